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
    expect(findCompetitors(normalise(text), 'de', [{ name: 'Nordnetz' }])).toMatchObject([
      { name: 'Nordnetz', text: 'Nordnetz' },
    ]);
    expect(findCompetitors(normalise(text), 'de')).toEqual([]);
  });

  it('of the list are told by their name, however they are spelt', () => {
    const listed = [{ name: 'Northline', otherNames: ['North Line', 'نورث لاين', 'Нортлайн'] }];
    const named = (text: string, language: string): readonly string[][] =>
      findCompetitors(normalise(text), language, listed).map((each) => [each.name, each.text]);
    expect(named('my neighbours at north line never wait', 'en')).toEqual([
      ['Northline', 'north line'],
    ]);
    expect(named('سأنتقل لنورث لاين غدا', 'ar')).toEqual([['Northline', 'نورث لاين']]);
    expect(named('у Нортлайна такого нет', 'ru')).toEqual([['Northline', 'Нортлайна']]);
  });

  it('are none where capitals tell nothing', () => {
    expect(findCompetitors(normalise('i SWITCHED TO VODAFONE TODAY'), 'en')).toEqual([]);
  });
});
