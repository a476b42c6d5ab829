import { describe, expect, it } from '@jest/globals';
import { findAmounts } from '../amounts.ts';
import { lexiconOf } from '../lexicon-of.ts';
import { normalise } from '../normalise.ts';
import { readCases } from './fixtures/read-cases.ts';
import { REFERENCES } from './fixtures/references.ts';
import type { Reference } from './references.ts';
import { findReferences } from './references.ts';

function referencesIn(text: string, language: string): Reference[] {
  const normal = normalise(text);
  return findReferences(normal, language, findAmounts(normal, lexiconOf(language)));
}

describe.each(Object.entries(REFERENCES))('references in %s', (language, block) => {
  it.each(readCases(block))('%s', (text, expected) => {
    const found = referencesIn(text, language);
    expect(found.map(({ kind, value }) => `${kind}:${value}`)).toEqual(expected);
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});

describe('references', () => {
  it('need the right check digits to be an account by their form alone', () => {
    expect(referencesIn('Pay GB82 WEST 1234 5698 7654 32 please.', 'en')).toHaveLength(1);
    expect(referencesIn('Pay GB83 WEST 1234 5698 7654 32 please.', 'en')).toEqual([]);
  });

  it('are told by their form in a language without words for them', () => {
    expect(referencesIn('Mein Paket RR123456789DE fehlt.', 'de')).toMatchObject([
      { kind: 'parcel', value: 'RR123456789DE' },
    ]);
  });

  it('leave out what is taken', () => {
    expect(findReferences(normalise('order 12.03.2026'), 'en', [{ start: 6, end: 16 }])).toEqual(
      [],
    );
  });

  it('are read in time that grows with the text alone', () => {
    const text = 'order no. 12-3 a1-b2 '.repeat(570);
    expect(referencesIn(text, 'en').length).toBeGreaterThan(500);
  });
});
