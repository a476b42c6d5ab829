import { describe, expect, it } from '@jest/globals';
import { decodeRecord, encodeRecord } from './record-layout.ts';

const body = { key: 'k', headers: { a: 'ä' }, at: '2026-06-18T10:00:00.000Z' };

describe('the layout of a record', () => {
  it.each([null, new Uint8Array(), Uint8Array.from([0, 255, 34])])(
    'gives back what went in: %s',
    (value) => {
      expect(decodeRecord(encodeRecord({ ...body, value }))).toEqual({ ...body, value });
    },
  );

  it('stays what it is on disk', () => {
    const bytes = encodeRecord({ ...body, headers: {}, value: new Uint8Array([7]) });
    expect(bytes.toString('hex')).toBe(
      '0100000025' + Buffer.from('["k","2026-06-18T10:00:00.000Z",{},1]').toString('hex') + '07',
    );
  });

  it('refuses bytes of another layout', () => {
    expect(() => decodeRecord(Uint8Array.from([9, 0, 0, 0, 0]))).toThrow('another layout');
    expect(() => decodeRecord(new Uint8Array())).toThrow('another layout');
  });
});
