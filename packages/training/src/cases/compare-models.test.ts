import { describe, expect, it } from '@jest/globals';
import { shippedModel, type LanguageModel } from '@redress/language/model';
import { compareModels, judgedCases, shippedTexts } from './compare-models.ts';

const shipped = shippedModel();
/** Hears no cause by itself. */
const deaf: LanguageModel = {
  ...shipped,
  signals: Object.fromEntries(Object.keys(shipped.signals).map((id) => [id, { bar: 1e6 }])),
};
const few = shippedTexts().filter((_, at) => at % 5 === 0);

describe('compareModels', () => {
  it('finds no difference of a model with itself, and no margin', () => {
    const { count, causes, detractor } = compareModels(few, shipped, shipped);
    expect(count).toBe(few.length);
    expect([causes.difference, causes.margin]).toEqual([0, 0]);
    expect(causes.before).toBeGreaterThan(0.4);
    expect([detractor.difference, detractor.margin]).toEqual([0, 0]);
  });

  it('tells the better of two, with the margin of the difference, the same every time', () => {
    const { causes } = compareModels(few, deaf, shipped);
    expect(causes.difference).toBeGreaterThan(causes.margin);
    expect(causes.margin).toBeGreaterThan(0.005);
    expect(compareModels(few, deaf, shipped).causes).toEqual(causes);
    const back = compareModels(few, shipped, deaf).causes;
    expect(back.difference).toBeCloseTo(-causes.difference, 10);
    expect(back.margin).toBeCloseTo(causes.margin, 10);
  });

  it('counts the texts of one customer as one: alike ones make nobody surer', () => {
    const once = few.map((text, at) => ({ ...text, group: String(at) }));
    const thrice = [...once, ...once, ...once];
    const alone = compareModels(once, deaf, shipped).causes;
    const together = compareModels(thrice, deaf, shipped).causes;
    expect(together.difference).toBeCloseTo(alone.difference, 10);
    expect(together.margin).toBeCloseTo(alone.margin, 10);
  });
});

describe('judgedCases', () => {
  it('takes every case for a detractor’s, by its customer', () => {
    const own = {
      customerId: 'c1',
      language: 'nl',
      causes: ['usability'],
      churn: 'none' as const,
      exposure: 'none' as const,
      text: 'De app snapt niemand.',
    };
    expect(judgedCases([own])).toEqual([
      {
        group: 'c1',
        input: { text: own.text, language: 'nl' },
        causes: ['usability'],
        detractor: true,
      },
    ]);
  });
});
