import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Message } from '@aws-sdk/client-sqs';
import type { QueueMessage } from '../port.ts';
import type { QueueContext } from './sqs-client.ts';

export interface ReceiveOptions {
  readonly max: number;
  readonly visibilitySeconds: number;
  readonly waitSeconds: number;
  readonly signal?: AbortSignal | undefined;
}

const MOST_RECEIVED = 10;
const LONGEST_POLL_SECONDS = 20;

/**
 * A poll goes on at the engine when we cut it, and what it then hands over is hidden from everybody for its time. So a short one is let end by itself.
 */
const LET_END_MS = 5_000;

/** One receive, a long poll where it is to wait; what the engine's limits do not allow is cut to them. Rejects where the signal ended it. */
export async function receiveMessages(
  { client, clock }: QueueContext,
  url: string,
  { max, visibilitySeconds, waitSeconds, signal }: ReceiveOptions,
): Promise<readonly QueueMessage[]> {
  const cut = new AbortController();
  const answered = new AbortController();
  const end = (): void => {
    void clock.sleep(LET_END_MS, answered.signal).then(() => {
      cut.abort();
    });
  };
  signal?.addEventListener('abort', end);
  try {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(max, MOST_RECEIVED),
        VisibilityTimeout: Math.min(
          Math.max(Math.ceil(visibilitySeconds), 0),
          LONGEST_HIDDEN_SECONDS,
        ),
        WaitTimeSeconds: Math.min(Math.ceil(waitSeconds), LONGEST_POLL_SECONDS),
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
      { abortSignal: cut.signal },
    );
    return Messages.map(toMessage);
  } finally {
    signal?.removeEventListener('abort', end);
    answered.abort();
  }
}

/** Counted from a message's receive. */
export const LONGEST_HIDDEN_SECONDS = 43_200;

function toMessage({ MessageId, ReceiptHandle, Body, Attributes }: Message): QueueMessage {
  return {
    id: MessageId ?? '',
    receipt: ReceiptHandle ?? '',
    body: Body ?? '',
    receiveCount: Number(Attributes?.ApproximateReceiveCount ?? 1),
  };
}
