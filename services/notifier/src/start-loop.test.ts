import { describe, expect, it } from '@jest/globals';
import { silentLogger, systemClock } from '@redress/runtime';
import { startLoop } from './start-loop.ts';

const base = { name: 'test', clock: systemClock, logger: silentLogger };

describe('a loop', () => {
  it('goes on at once when woken, also when woken during a step', async () => {
    let steps = 0;
    let reached: (() => void) | null = null;
    const loop = startLoop({
      ...base,
      step: async () => {
        steps += 1;
        await Promise.resolve();
        if (steps === 1) loop.wake();
        if (steps === 3) reached?.();
        return 60_000;
      },
    });
    const third = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(steps).toBe(2);
    loop.wake();
    await third;
    await loop.stop();
    expect(steps).toBe(3);
  });

  it('goes on after a step that throws, and ends when stopped', async () => {
    let steps = 0;
    let again: (() => void) | null = null;
    const second = new Promise<void>((resolve) => {
      again = resolve;
    });
    const loop = startLoop({
      ...base,
      clock: { ...systemClock, sleep: () => Promise.resolve() },
      step: async () => {
        steps += 1;
        if (steps === 1) throw new Error('away');
        again?.();
        await new Promise((resolve) => setImmediate(resolve));
        return 0;
      },
    });
    await second;
    await loop.stop();
    const after = steps;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(steps).toBe(after);
  });
});
