import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { examplesOf } from './fixtures/examples-of.ts';
import { EVENT_SCHEMAS, decodeEvent, encodeEvent, type EventType } from './index.ts';

const TYPES = Object.keys(EVENT_SCHEMAS) as EventType[];

describe('event examples', () => {
  it.each(TYPES)('%s: there are at least two, and every one still reads', (type) => {
    const examples = examplesOf(type);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { file, bytes } of examples) {
      const decoded = decodeEvent(type, bytes);
      expect({ file, ...decoded }).toMatchObject({ file, ok: true });
    }
  });

  it.each(TYPES)('%s: reads the same after it is written again', (type) => {
    for (const { bytes } of examplesOf(type)) {
      const decoded = decodeEvent(type, bytes);
      if (!decoded.ok) throw new Error(decoded.reason);
      const { id, source, time, transaction, data } = decoded.event;
      const more = transaction === undefined ? {} : { transaction };
      const again = decodeEvent(type, encodeEvent({ id, type, source, time, data, ...more }));
      expect(again).toEqual(decoded);
    }
  });

  it('are there in each language that is read', () => {
    const languages = examplesOf('feedback.scored.v1').map(({ bytes }) => {
      const decoded = decodeEvent('feedback.scored.v1', bytes);
      return decoded.ok ? decoded.event.data.understanding.language : null;
    });
    expect(languages).toEqual(expect.arrayContaining(['en', 'pl', 'ar', 'ru', 'th']));
  });

  it('keeps fields that a later minor version adds from breaking an earlier reader', () => {
    const [example] = examplesOf('feedback.received.v1');
    const event = JSON.parse(Buffer.from(example?.bytes ?? []).toString()) as { data: object };
    const later = Buffer.from(JSON.stringify({ ...event, data: { ...event.data, mood: 'new' } }));
    expect(decodeEvent('feedback.received.v1', later).ok).toBe(true);
  });
});

describe('decodeEvent', () => {
  it('never throws, and tells in words what is wrong', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeEvent('feedback.scored.v1', bytes)).toMatchObject({ ok: false });
      }),
    );
    expect(decodeEvent('feedback.scored.v1', Buffer.from('{"specversion":"1.0"}'))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('is no CloudEvent') as unknown,
    });
  });

  it('refuses the event of another type', () => {
    const [example] = examplesOf('feedback.received.v1');
    expect(decodeEvent('feedback.scored.v1', example?.bytes ?? new Uint8Array())).toEqual({
      ok: false,
      reason: 'is of type feedback.received.v1, not feedback.scored.v1',
    });
  });
});
