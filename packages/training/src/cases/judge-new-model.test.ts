import { describe, expect, it } from '@jest/globals';
import type { Comparison } from './compare-models.ts';
import { comparisonTable } from './comparison-table.ts';
import { judgeNewModel } from './judge-new-model.ts';

const contrast = (difference: number, margin = 0.02) => ({
  before: 0.5,
  after: 0.5 + difference,
  difference,
  margin,
});
const set = (causes: number, detractor = 0): Comparison => ({
  count: 100,
  causes: contrast(causes),
  detractor: contrast(detractor),
});

describe('judgeNewModel', () => {
  it.each([
    [
      'better on the own cases',
      set(0),
      set(0.05),
      true,
      'better on your own cases, +0.050 ± 0.020',
    ],
    ['better, a tie on what ships', set(-0.02), set(0.05), true, 'better on your own cases'],
    ['a tie that leans to it', set(0), set(0.01), true, 'a little better on your own cases'],
    ['a tie, less on what ships', set(-0.01), set(0.01), false, 'less well on the texts that ship'],
    ['a tie that leans away', set(0.01), set(-0.01), false, 'no better on your own cases'],
    ['the same', set(0), set(0), false, 'no better on your own cases, +0.000 ± 0.020'],
    ['worse on what ships', set(-0.03), set(0.05), false, 'causes worse on the texts that ship'],
    ['worse on the own cases', set(0.05), set(-0.03), false, 'causes worse on your own cases'],
    ['worse detractors', set(0), set(0.05, -0.03), false, 'detractors worse on your own cases'],
    ['worse detractors', set(0, -0.03), set(0.05), false, 'detractors worse on the texts that'],
  ])('judges what is %s', (_, shipped, own, taken, reason) => {
    expect(judgeNewModel({ shipped, own })).toEqual({
      taken,
      reason: expect.stringContaining(reason),
    });
  });
});

describe('comparisonTable', () => {
  it('shows both models on both sets, with the margin', () => {
    const table = comparisonTable({ shipped: set(-0.01), own: { ...set(0.05), count: 31 } });
    expect(table.split('\n')).toEqual([
      '                                          n  in use    new      difference',
      'causes F1, texts that ship              100   0.500  0.490  −0.010 ± 0.020',
      'causes F1, own cases kept aside          31   0.500  0.550  +0.050 ± 0.020',
      'detractors right, texts that ship       100   0.500  0.500  +0.000 ± 0.020',
      'detractors right, own cases kept aside   31   0.500  0.500  +0.000 ± 0.020',
    ]);
  });
});
