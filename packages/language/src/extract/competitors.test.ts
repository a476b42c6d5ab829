import { describe, expect, it } from '@jest/globals';
import { normalise } from '../normalise.ts';
import { findCompetitors } from './competitors.ts';
import { COMPETITORS, LISTED } from './fixtures/competitors.ts';
import { readCases } from './fixtures/read-cases.ts';

describe.each(Object.entries(COMPETITORS))('competitors in %s', (language, block) => {
  it.each(readCases(block))('%s', (text, expected) => {
    const found = findCompetitors(normalise(text), language, LISTED[language]);
    expect(found.map(({ name }) => name)).toEqual(expected);
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});

describe('competitors', () => {
  it('of the list alone are found in a language without words for them', () => {
    const text = 'Ich wechsle zu Nordnetz, denn Telekomik ist teurer.';
    expect(findCompetitors(normalise(text), 'de', ['Nordnetz'])).toMatchObject([
      { name: 'Nordnetz', text: 'Nordnetz' },
    ]);
    expect(findCompetitors(normalise(text), 'de')).toEqual([]);
  });

  it('are none where capitals tell nothing', () => {
    expect(findCompetitors(normalise('i SWITCHED TO VODAFONE TODAY'), 'en')).toEqual([]);
  });
});
