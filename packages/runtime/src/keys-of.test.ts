import { describe, expect, it } from '@jest/globals';
import { keysOf } from './keys-of.ts';

describe('keys of a secret', () => {
  it('are the same in every process, and differ by purpose and secret', () => {
    const keys = keysOf('a secret of more than thirty-two letters');
    expect(keysOf('a secret of more than thirty-two letters')).toEqual(keys);
    const other = keysOf('another secret of more than thirty-two letters');
    expect(
      new Set([keys, other].flatMap(({ hmac, links, session }) => [hmac, links, session])).size,
    ).toBe(6);
  });

  it('never change, or every customer would move to another partition', () => {
    expect(keysOf('0123456789abcdef0123456789abcdef').hmac).toMatchInlineSnapshot(
      `"GVbLSykLTZNaVLWECl46CQOEhc8poH3doMiVaUJBfZA"`,
    );
  });
});
