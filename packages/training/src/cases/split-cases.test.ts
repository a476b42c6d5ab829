import { describe, expect, it } from '@jest/globals';
import { splitCases } from './split-cases.ts';

const cases = Array.from({ length: 3000 }, (_, at) => ({
  customerId: `customer-${String(at % 1000)}`,
  at,
}));

describe('splitCases', () => {
  it('keeps about a fifth of the customers aside, each with all their cases', () => {
    const { learnt, keptAside } = splitCases(cases);
    expect(learnt.length + keptAside.length).toBe(3000);
    expect(keptAside.length / 3000).toBeCloseTo(0.2, 1);
    const aside = new Set(keptAside.map(({ customerId }) => customerId));
    expect(learnt.filter(({ customerId }) => aside.has(customerId))).toEqual([]);
    expect(keptAside.length).toBe(aside.size * 3);
  });

  it('keeps the same customers aside whoever else is there', () => {
    const { keptAside } = splitCases(cases);
    const few = splitCases(cases.slice(0, 100));
    expect(few.keptAside).toEqual(keptAside.filter(({ at }) => at < 100));
  });
});
