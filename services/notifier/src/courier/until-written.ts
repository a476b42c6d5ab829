import { backoffDelay, isRedressError } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';

/** Short at its longest: whoever takes the mail up instead would send it again. */
const BACKOFF = { initial: 100, max: 1000 };

/**
 * Writes how a sending ended for as long as it takes: a mail that went out and is not written down goes out again. Throws what is not retryable,
 * and the last failure once it is told to stop.
 */
export async function untilWritten<T>(
  write: () => Promise<T>,
  {
    clock,
    logger,
    random = Math.random,
    signal,
  }: {
    readonly clock: Clock;
    readonly logger: Logger;
    readonly random?: (() => number) | undefined;
    readonly signal: AbortSignal;
  },
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (err) {
      if (signal.aborted || !isRedressError(err) || !err.retryable) throw err;
      logger.warn({ err, tries }, 'sending could not be written down yet');
      await clock.sleep(backoffDelay(tries, { ...BACKOFF, random }), signal);
    }
  }
}
