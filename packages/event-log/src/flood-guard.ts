import type { Clock } from '@redress/runtime';

const WINDOW_MS = 60_000;
const MOST_DEAD = 100;
const LEAST_DEAD_FOR_SHARE = 20;
const MOST_DEAD_SHARE = 0.05;

/** Watches how many records of a consumer are put aside: many at once mean that we are broken, not they. */
export interface FloodGuard {
  /** Counts settled records, and how many of them were dead-lettered. Answers why to stop, or null. */
  count(settled: number, dead: number): string | null;
}

/** Trips past 100 dead letters within a minute, or past 5 % of that minute's records once 20 are dead. */
export function createFloodGuard(clock: Clock): FloodGuard {
  let window: { at: number; settled: number; dead: number }[] = [];
  return {
    count(settled, dead) {
      const at = Date.parse(clock.now());
      const last = window.at(-1);
      // One entry a second keeps the window small at any rate.
      if (last !== undefined && at - last.at < 1000) {
        last.settled += settled;
        last.dead += dead;
      } else {
        window = window.filter((entry) => at - entry.at < WINDOW_MS);
        window.push({ at, settled, dead });
      }
      if (dead === 0) return null;
      const all = window.reduce((sum, entry) => sum + entry.settled, 0);
      const allDead = window.reduce((sum, entry) => sum + entry.dead, 0);
      const flood =
        allDead > MOST_DEAD || (allDead >= LEAST_DEAD_FOR_SHARE && allDead / all > MOST_DEAD_SHARE);
      return flood
        ? `${String(allDead)} of ${String(all)} records were dead-lettered within a minute`
        : null;
    },
  };
}
