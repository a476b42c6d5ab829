import { describe, expect, it } from '@jest/globals';
import { normalise } from '../normalise.ts';
import { findDates } from './dates.ts';
import { DATES } from './fixtures/dates.ts';
import { readCases } from './fixtures/read-cases.ts';

const at = '2026-11-25T13:00:00.000Z';

function datesIn(text: string, language: string, from: string | undefined = at): string[] {
  return findDates(normalise(text), language, from).map((each) => each.iso);
}

describe.each(Object.entries(DATES))('dates in %s', (language, block) => {
  it.each(readCases(block))('%s', (text, expected) => {
    const found = findDates(normalise(text), language, at);
    expect(found.map(({ iso }) => iso)).toEqual(expected);
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});

describe('a date without a year', () => {
  it('is the nearest past one, the same day included', () => {
    expect(datesIn('On 25 November and 26 November.', 'en')).toEqual(['2026-11-25', '2025-11-26']);
    expect(datesIn('On 29 February.', 'en')).toEqual(['2024-02-29']);
  });

  it('is left out where nobody knows when it was said', () => {
    expect(findDates(normalise('On 12 March and 12 March 2026.'), 'en')).toMatchObject([
      { iso: '2026-03-12' },
    ]);
  });
});

describe('a year of two figures', () => {
  it('is of the last century where it would lie far ahead', () => {
    expect(datesIn('Urodzony 12.03.85, umowa 12.03.27.', 'pl')).toEqual([
      '1985-03-12',
      '2027-03-12',
    ]);
  });
});

describe('figures in a language without words for months', () => {
  it('are a date where day and month can be told', () => {
    expect(datesIn('Am 25.12.2025 und am 03.04.2026 und 2026-01-05.', 'de')).toEqual([
      '2025-12-25',
      '2026-01-05',
    ]);
  });
});
