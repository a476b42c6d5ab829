const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits after the first, second, third … try that failed for a while; the last one repeats. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR];

/** Tries after which a message is given up: about four days. */
const MOST_TRIES = 18;

/** Milliseconds to wait after so many tries (from 1), or null where it is given up. */
export function retryDelay(attempts: number): number | null {
  if (attempts >= MOST_TRIES) return null;
  return WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE;
}
