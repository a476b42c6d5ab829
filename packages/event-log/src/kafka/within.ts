import type { Clock } from '@redress/runtime';

/** Waits for some work, but no longer than so many milliseconds; the work goes on then, and its signal tells it. Rejects as the work does meanwhile. */
export async function within(
  clock: Clock,
  milliseconds: number,
  work: (over: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const over = new AbortController();
  try {
    await Promise.race([work(over.signal), clock.sleep(milliseconds, over.signal)]);
  } finally {
    over.abort();
  }
}
