/** Unless told otherwise: milliseconds before a mail is tried for the second time. */
const FIRST_WAIT_MS = 60_000;

/** Waits after the first, second, third … try that failed for a while, as multiples of the first; the last one repeats. */
const WAITS = [1, 5, 15, 30, 60, 120, 240, 480] as const;

/** Tries after which a message is given up: about four days. */
const MOST_TRIES = 18;

/** Milliseconds to wait after so many tries (from 1), or null where it is given up. */
export function retryDelay(attempts: number, firstWaitMs = FIRST_WAIT_MS): number | null {
  if (attempts >= MOST_TRIES) return null;
  return (WAITS[Math.min(attempts, WAITS.length) - 1] ?? 1) * firstWaitMs;
}
