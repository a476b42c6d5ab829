import { describe, expect, it } from '@jest/globals';
import { barOf, calibrate } from './calibrate.ts';
import { randomOf } from './train-linear.ts';

describe('calibrate', () => {
  it('finds the logits that sums were drawn from', () => {
    const random = randomOf(5);
    const judged = Array.from({ length: 6000 }, () => {
      const negative = random() * 6 - 3;
      const positive = random() * 6 - 3;
      const a = Math.exp(2 * negative - 1);
      const b = Math.exp(2 * positive + 0.5);
      const draw = random() * (1 + a + b);
      return { negative, positive, right: draw < a ? 0 : draw < a + b ? 1 : 2, counts: 1 };
    });
    const found = calibrate(judged);
    expect(found.steepness).toBeCloseTo(2, 0);
    expect(found.negative).toBeCloseTo(-1, 0);
    expect(found.positive).toBeCloseTo(0.5, 0);
  });
});

describe('barOf', () => {
  it('stands between the last right and the first wrong where they part', () => {
    expect(barOf([3, 2, 1, 0], [true, true, false, false])).toBe(1.5);
  });
  it('takes the bar where F1 is highest', () => {
    // above 0.5: two right, one extra, none missed (0.8); above 2.5: one right, one missed (0.67)
    expect(barOf([3, 2, 1, 0], [true, false, true, false])).toBe(0.5);
  });
});
