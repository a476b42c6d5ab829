import { describe, expect, it } from '@jest/globals';
import { areaUnderCurve, calibrationBins, calibrationError, f1Of, macroF1 } from './measures.ts';

describe('measures', () => {
  it('areaUnderCurve counts pairs in the right order, ties a half', () => {
    expect(areaUnderCurve([0.1, 0.4, 0.35, 0.8], [false, false, true, true])).toBe(0.75);
    expect(areaUnderCurve([1, 1], [true, false])).toBe(0.5);
    expect(areaUnderCurve([1, 2], [true, true])).toBeNaN();
  });

  it('f1Of and macroF1', () => {
    expect(f1Of({ right: 2, extra: 1, missed: 1 })).toBeCloseTo(2 / 3);
    expect(macroF1(['a', 'a', 'b'], ['a', 'b', 'b'])).toBeCloseTo(2 / 3);
    expect(macroF1(['unknown'], ['a'])).toBe(0);
  });

  it('calibrationError is zero where what is said comes true as often', () => {
    const said = [0.75, 0.75, 0.75, 0.75];
    expect(calibrationError(calibrationBins(said, [true, true, true, false]))).toBeCloseTo(0);
    expect(calibrationError(calibrationBins(said, [false, false, false, false]))).toBeCloseTo(0.75);
  });
});
