import type { BatchResultErrorEntry } from '@aws-sdk/client-sqs';
import { RedressError, backoffDelay } from '@redress/runtime';
import type { QueueContext } from './sqs-client.ts';

/** What a batch operation answers: each entry on its own. */
export interface BatchAnswer {
  readonly Successful?: readonly { readonly Id?: string | undefined }[] | undefined;
  readonly Failed?: readonly BatchResultErrorEntry[] | undefined;
}

/** Tries of the entries that the engine failed on while it answered for others. */
const MOST_TRIES = 5;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * Performs a batch operation until each entry is done: an entry that failed is tried again, one that was done never is. Answers the entries that
 * were refused for a fault of theirs. Throws a retryable RedressError where some fail on and on.
 */
export async function performBatch<Entry extends { readonly Id: string }>(
  { queue, clock, random }: QueueContext,
  entries: readonly Entry[],
  perform: (entries: Entry[]) => Promise<BatchAnswer>,
): Promise<readonly BatchResultErrorEntry[]> {
  const refused: BatchResultErrorEntry[] = [];
  let left = [...entries];
  for (let tries = 1; ; tries += 1) {
    const { Successful = [], Failed = [] } = await perform(left);
    const faults = Failed.filter(({ SenderFault }) => SenderFault === true);
    refused.push(...faults);
    const settled = new Set([...Successful, ...faults].map(({ Id }) => Id));
    left = left.filter(({ Id }) => !settled.has(Id));
    if (left.length === 0) return refused;
    if (tries === MOST_TRIES) {
      throw new RedressError(
        'REDRESS_QUEUE_UNAVAILABLE',
        `The queue ${queue} failed on ${String(left.length)} of ${String(entries.length)} messages${codesOf(Failed)}. It is tried again.`,
        { retryable: true },
      );
    }
    await clock.sleep(
      backoffDelay(tries, { initial: FIRST_WAIT_MS, max: LONGEST_WAIT_MS, random }),
    );
  }
}

/** The codes of failed entries, each once: ` (InternalError)`. */
export function codesOf(failed: readonly BatchResultErrorEntry[]): string {
  const codes = [...new Set(failed.map(({ Code }) => Code ?? 'no code'))];
  return codes.length === 0 ? '' : ` (${codes.join(', ')})`;
}
