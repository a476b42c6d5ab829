import { describe, expect, it } from '@jest/globals';
import type { RootCause } from '@redress/contracts';
import type { ShownCause } from './causes.ts';
import type { ModelReading } from './model-reading.ts';
import { settleCauses } from './settle-causes.ts';

const WORDS = [{ start: 3, end: 9 }];
const BY = { negative: 0.9, grievance: true, good: false, long: true };

/** A model that says how far each cause lies above its bar; of the others it is sure that they are none. */
function model(above: Partial<Record<RootCause, number>>): ModelReading {
  const ids: RootCause[] = [
    'delay-waiting',
    'usability',
    'repeat-contact',
    'communication-overload',
  ];
  return {
    name: 'a model',
    sentiment: null,
    causes: ids.map((id) => [id, above[id] ?? -3] as const),
    likeliestCause: Math.max(-3, ...Object.values(above)),
    words: () => WORDS,
    churn: () => ({ level: 'none', evidence: [] }),
    exposure: () => ({ level: 'none', evidence: [] }),
  };
}

function hit(id: RootCause, probability: number, certain?: true): ShownCause {
  const evidence = [{ start: 0, end: 2 }];
  return { id, probability, evidence, stated: true, ...(certain === undefined ? {} : { certain }) };
}

function idsOf(causes: readonly ShownCause[]): RootCause[] {
  return causes.map(({ id }) => id);
}

describe('causes of lexicon and model', () => {
  it('are told with the words that show them', () => {
    expect(settleCauses([hit('usability', 0.82)], model({ usability: 1 }), BY)).toMatchObject([
      { id: 'usability', evidence: [{ start: 0, end: 2 }] },
    ]);
    expect(settleCauses([], model({ usability: 1 }), BY)).toMatchObject([
      { id: 'usability', evidence: WORDS },
    ]);
  });

  it('need less of the model where a strong phrase stands', () => {
    const heard = model({ usability: -0.3 });
    expect(idsOf(settleCauses([hit('usability', 0.82)], heard, BY))).toEqual(['usability']);
    expect(settleCauses([], heard, BY)).toEqual([]);
  });

  it('go without a phrase that the model is sure to be none', () => {
    const sure = model({ 'delay-waiting': 2 });
    expect(idsOf(settleCauses([hit('usability', 0.82)], sure, BY))).toEqual(['delay-waiting']);
    expect(idsOf(settleCauses([hit('usability', 0.82, true)], sure, BY))).toContain('usability');
    expect(idsOf(settleCauses([hit('usability', 0.87)], sure, BY))).toContain('usability');
  });

  it('are each strong phrase’s where nothing else explains a grievance', () => {
    const found = [hit('usability', 0.82)];
    expect(idsOf(settleCauses(found, model({}), BY))).toEqual(['usability']);
    expect(settleCauses(found, model({}), { ...BY, grievance: false })).toEqual([]);
  });

  it('need more of the model beside a strong phrase, and where nobody complains', () => {
    const heard = model({ 'delay-waiting': 0.9, usability: 0.9 });
    expect(idsOf(settleCauses([], heard, BY))).toEqual(['delay-waiting', 'usability']);
    expect(idsOf(settleCauses([hit('usability', 0.82)], heard, BY))).toEqual(['usability']);
    expect(settleCauses([], heard, { ...BY, grievance: false })).toEqual([]);
    const put = { ...BY, grievance: false, good: true };
    expect(settleCauses([], model({ usability: 3 }), put)).toEqual([]);
    const surer = model({ 'delay-waiting': 1.5, usability: 0.9 });
    expect(settleCauses([hit('usability', 0.82)], surer, BY)).toHaveLength(2);
    expect(settleCauses([hit('usability', 0.87)], surer, BY)).toHaveLength(1);
  });

  it('are the model’s alone where no lexicon reads', () => {
    expect(idsOf(settleCauses(null, model({ usability: 0.1 }), BY))).toEqual(['usability']);
    expect(settleCauses([], model({ usability: 0.1 }), BY)).toEqual([]);
  });

  it('are the lexicon’s alone in a few words', () => {
    expect(settleCauses([], model({ usability: 3 }), { ...BY, long: false })).toEqual([]);
  });

  it('take no call of the company for a contact of the customer', () => {
    const heard = model({ 'repeat-contact': 3, 'communication-overload': 3 });
    expect(idsOf(settleCauses([hit('communication-overload', 0.82)], heard, BY))).toEqual([
      'communication-overload',
    ]);
  });
});
