import { DeleteMessageBatchCommand } from '@aws-sdk/client-sqs';
import { RedressError } from '@redress/runtime';
import { codesOf, performBatch } from './perform-batch.ts';
import { isPastReceipt } from './queue-error.ts';
import type { QueueContext } from './sqs-client.ts';

interface Waiting {
  readonly receipt: string;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

const MOST_AT_ONCE = 10;

/** Collects what is deleted in the same moment into calls of ten; each caller hears of its own message. A receipt that is past counts as done. */
export function createDeleteCollector(
  context: QueueContext,
  url: string,
): (receipt: string) => Promise<void> {
  const { client, queue, soon } = context;
  let waiting: Waiting[] = [];

  const deleteSome = async (some: readonly Waiting[]): Promise<void> => {
    const entries = some.map(({ receipt }, index) => ({
      Id: String(index),
      ReceiptHandle: receipt,
    }));
    try {
      const failures = await performBatch(context, entries, (left) =>
        client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: left }), soon),
      );
      const refused = failures.filter(({ Code, Message }) => !isPastReceipt(Code, Message));
      for (const [index, { done, failed }] of some.entries()) {
        const refusal = refused.find(({ Id }) => Id === String(index));
        if (refusal === undefined) done();
        else failed(notDeleted(queue, codesOf([refusal])));
      }
    } catch (thrown) {
      for (const { failed } of some) failed(thrown);
    }
  };

  return (receipt) =>
    new Promise((done, failed) => {
      waiting.push({ receipt, done, failed });
      if (waiting.length > 1) return;
      queueMicrotask(() => {
        const all = waiting;
        waiting = [];
        for (let from = 0; from < all.length; from += MOST_AT_ONCE) {
          void deleteSome(all.slice(from, from + MOST_AT_ONCE));
        }
      });
    });
}

function notDeleted(queue: string, codes: string): RedressError {
  return new RedressError(
    'REDRESS_QUEUE_MESSAGE_INVALID',
    `The queue ${queue} refused to delete a message${codes}. It comes again when its time is up.`,
  );
}
