export interface BackoffOptions {
  /** First delay in milliseconds, at most. */
  readonly initial?: number;
  /** Longest delay in milliseconds. */
  readonly max?: number;
  /** From 0 (inclusive) to 1 (exclusive). Passed in, so that tests know the delays. */
  readonly random: () => number;
}

/**
 * Milliseconds to wait before try `attempt` + 1 (attempt from 1): doubles from `initial` (300) up to `max` (30,000),
 * the upper half of it by chance, so that those who failed together do not come back together.
 */
export function backoffDelay(attempt: number, options: BackoffOptions): number {
  const { initial = 300, max = 30_000, random } = options;
  const ceiling = Math.min(max, initial * 2 ** (Math.max(1, attempt) - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
