import type { Clock, Logger } from '@redress/runtime';
import type { QueueMessage, WorkQueue } from '../port.ts';
import { createDeleteCollector } from './delete-collector.ts';
import { hideMessage } from './hide-message.ts';
import { deadLetterUrl, readQueueAddress } from './queue-address.ts';
import { queueError } from './queue-error.ts';
import { readAttributes } from './read-attributes.ts';
import { receiveMessages } from './receive-messages.ts';
import { redriveMessages } from './redrive-messages.ts';
import { sendMessages } from './send-messages.ts';
import { TIMEOUTS, createSqsClient } from './sqs-client.ts';
import type { QueueContext, SqsConnection, SqsTimeouts } from './sqs-client.ts';

export interface SqsQueueOptions {
  readonly queueUrl: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 (inclusive) to 1 (exclusive), for waits between tries. */
  readonly random?: () => number;
  /** Instead of the SDK's own variables. */
  readonly connection?: SqsConnection;
  /** Shorter ones, for an engine that is known to be near. */
  readonly timeouts?: SqsTimeouts;
}

/** A work queue that holds connections. */
export interface SqsQueue extends WorkQueue {
  close(): Promise<void>;
}

/** A receive may count without reaching us: with fewer, a message may be put aside that nobody ever had in hand. */
const FEW_RECEIVES = 3;

/**
 * Opens a queue of Amazon SQS, or of an engine that speaks like it. Throws REDRESS_QUEUE_MISCONFIGURED where the queue is not there, keeps an order,
 * or refuses us; an engine that is away is no reason not to open: its calls throw a retryable REDRESS_QUEUE_UNAVAILABLE until it is back.
 */
export async function openSqsQueue(options: SqsQueueOptions): Promise<SqsQueue> {
  const { clock, random = Math.random, timeouts = TIMEOUTS } = options;
  const address = readQueueAddress(options.queueUrl);
  const { name, url } = address;
  const client = createSqsClient(address, timeouts, options.connection);
  const soon = { requestTimeout: timeouts.answer };
  const context: QueueContext = { client, queue: name, clock, random, soon };
  const deleteReceipt = createDeleteCollector(context, url);
  const receivedAt = new WeakMap<QueueMessage, number>();
  const now = (): number => Date.parse(clock.now());

  const called = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (thrown) {
      throw queueError(thrown, name);
    }
  };

  try {
    await called(() => examine(context, url, options.logger.child({ queue: name })));
  } catch (thrown) {
    client.destroy();
    throw thrown;
  }

  return {
    name,
    send: (messages) => called(() => sendMessages(context, url, messages)),

    async receive(max, visibilitySeconds, wait) {
      const ended = (): boolean => wait?.signal.aborted === true;
      if (max < 1 || ended()) return [];
      try {
        const messages = await receiveMessages(context, url, {
          max,
          visibilitySeconds,
          waitSeconds: wait?.seconds ?? 0,
          signal: wait?.signal,
        });
        for (const message of messages) receivedAt.set(message, now());
        return messages;
      } catch (thrown) {
        // What the engine may still hand over comes again when its time is up.
        if (ended()) return [];
        throw queueError(thrown, name);
      }
    },

    delete: ({ receipt }) => called(() => deleteReceipt(receipt)),

    changeVisibility: (message, seconds) =>
      called(() => {
        const heldSeconds = (now() - (receivedAt.get(message) ?? now())) / 1000;
        return hideMessage(context, url, { receipt: message.receipt, heldSeconds }, seconds);
      }),

    depth: () =>
      called(async () => {
        const { visible, hidden, redrive } = await readAttributes(context, url);
        if (redrive === null) return { visible, hidden, dead: 0 };
        const dead = await readAttributes(context, deadLetterUrl(address, redrive.deadLetterArn));
        return { visible, hidden, dead: dead.visible + dead.hidden };
      }),

    redrive: () => called(() => redriveMessages(context, address)),

    ping: () =>
      called(async () => {
        await readAttributes(context, url);
      }),

    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}

/** Says at the start what would be found out late. Throws where nothing will ever work. */
async function examine(context: QueueContext, url: string, logger: Logger): Promise<void> {
  try {
    const { redrive } = await readAttributes(context, url);
    if (redrive === null) {
      logger.warn('queue has no dead-letter queue: what always fails comes back until it expires');
    } else if (redrive.maxReceives < FEW_RECEIVES) {
      logger.warn({ maxReceives: redrive.maxReceives }, 'queue puts messages aside too soon');
    }
  } catch (thrown) {
    const error = queueError(thrown, context.queue);
    if (!error.retryable) throw thrown;
    logger.warn({ err: error }, 'queue does not answer yet');
  }
}
