import { describe, expect, it } from '@jest/globals';
import { normalise } from '../normalise.ts';
import { findEscalation } from './escalation.ts';
import { ESCALATIONS } from './fixtures/escalations.ts';
import { readCases } from './fixtures/read-cases.ts';

describe.each(Object.entries(ESCALATIONS))('asking for someone higher in %s', (language, block) => {
  it.each(readCases(block))('%s', (text, expected) => {
    const found = findEscalation(normalise(text), language);
    expect(found.length > 0 ? ['yes'] : []).toEqual(expected);
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});

describe('asking for someone higher', () => {
  it('is not read in a language without words for it', () => {
    expect(findEscalation(normalise('Ich will den Chef sprechen.'), 'de')).toEqual([]);
  });
});
