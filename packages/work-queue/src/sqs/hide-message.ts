import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import { isPastReceipt } from './queue-error.ts';
import { LONGEST_HIDDEN_SECONDS } from './receive-messages.ts';
import type { QueueContext } from './sqs-client.ts';

/** The engine counts from its own clock, a little before ours. */
const MARGIN_SECONDS = 60;

/**
 * Hides a message for so many seconds from now, at most until 12 hours after it was received: asked for more, the engine would refuse.
 * A receipt that is past is ignored.
 */
export async function hideMessage(
  { client, soon }: QueueContext,
  url: string,
  message: { readonly receipt: string; readonly heldSeconds: number },
  seconds: number,
): Promise<void> {
  const most = Math.max(
    0,
    Math.floor(LONGEST_HIDDEN_SECONDS - MARGIN_SECONDS - message.heldSeconds),
  );
  try {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: message.receipt,
        VisibilityTimeout: Math.min(Math.max(Math.ceil(seconds), 0), most),
      }),
      soon,
    );
  } catch (thrown) {
    if (!(thrown instanceof Error && isPastReceipt(thrown.name, thrown.message))) throw thrown;
  }
}
