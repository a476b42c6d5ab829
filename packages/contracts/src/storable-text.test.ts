import { describe, expect, it } from '@jest/globals';
import { instant } from './instant.ts';
import { withoutUnstorable } from './storable-text.ts';

describe('withoutUnstorable', () => {
  it('replaces NUL and lone surrogates wherever they stand, counts them, and leaves pairs alone', () => {
    expect(withoutUnstorable({ a: ['x\0', '\ud83d\ude00', '\ud800'], n: 1 })).toEqual({
      value: { a: ['x\uFFFD', '\ud83d\ude00', '\uFFFD'], n: 1 },
      replaced: 2,
    });
  });
});

describe('instant', () => {
  it.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:00', '9999-12-31T23:59:59-05:00'])(
    'refuses %s, which no store can keep',
    (value) => {
      expect(instant.safeParse(value).success).toBe(false);
    },
  );
});
