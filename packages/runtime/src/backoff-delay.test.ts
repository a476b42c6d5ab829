import { describe, expect, it } from '@jest/globals';
import { backoffDelay } from './backoff-delay.ts';

describe('backoffDelay', () => {
  it('doubles from the first delay up to the longest', () => {
    const delays = [1, 2, 3, 4, 8, 9, 2000].map((attempt) =>
      backoffDelay(attempt, { random: () => 1 }),
    );
    expect(delays).toEqual([300, 600, 1200, 2400, 30_000, 30_000, 30_000]);
  });

  it('takes the upper half by chance', () => {
    const delay = (chance: number) =>
      backoffDelay(3, { initial: 100, max: 10_000, random: () => chance });
    expect([delay(0), delay(0.5), delay(1)]).toEqual([200, 300, 400]);
  });

  it('treats an attempt below one as the first', () => {
    expect(backoffDelay(0, { random: () => 1 })).toBe(300);
  });
});
