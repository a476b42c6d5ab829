import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { RedressError } from '@redress/runtime';
import type { WorkQueue } from '../port.ts';
import { batchesOf } from './batches.ts';
import { codesOf, performBatch } from './perform-batch.ts';
import type { QueueContext } from './sqs-client.ts';

const LONGEST_DELAY_SECONDS = 900;

/**
 * Sends in batches; an entry that failed is sent again alone, one that went never is.
 * Throws REDRESS_QUEUE_MESSAGE_INVALID for what the engine does not take.
 */
export async function sendMessages(
  context: QueueContext,
  url: string,
  messages: Parameters<WorkQueue['send']>[0],
): Promise<void> {
  const { client, queue, soon } = context;
  for (const batch of batchesOf(messages)) {
    const entries = batch.map(({ body, delaySeconds = 0 }, index) => ({
      Id: String(index),
      MessageBody: body,
      DelaySeconds: Math.min(Math.max(Math.ceil(delaySeconds), 0), LONGEST_DELAY_SECONDS),
    }));
    const refused = await performBatch(context, entries, (left) =>
      client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: left }), soon),
    );
    if (refused.length > 0) {
      throw new RedressError(
        'REDRESS_QUEUE_MESSAGE_INVALID',
        `The queue ${queue} refused ${String(refused.length)} of ${String(batch.length)} messages${codesOf(refused)}. See its limits and its policy.`,
      );
    }
  }
}
