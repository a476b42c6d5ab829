import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '@redress/runtime';
import type { QueueAddress } from './queue-address.ts';

/** What the SDK's own variables say otherwise. */
export interface SqsConnection {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What each operation on a queue needs. */
export interface QueueContext {
  readonly client: SQSClient;
  /** The queue's name, for errors. */
  readonly queue: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Of a call that does not wait on purpose. */
  readonly soon: { readonly requestTimeout: number };
}

/** Milliseconds that a call may take to connect, to begin its answer, and to begin it where it is a long poll. */
export interface SqsTimeouts {
  readonly connect: number;
  readonly answer: number;
  /** Longer than the longest poll of 20 s, so that one with nothing to tell does not count as failed. */
  readonly poll: number;
}

export const TIMEOUTS: SqsTimeouts = { connect: 3_000, answer: 10_000, poll: 30_000 };

/** Tries of one call, the first included; short waits between them. */
const MAX_ATTEMPTS = 5;
const SILENT = (): void => undefined;

/** A client that gives up on a silent engine: without being told, the SDK only warns of a request that takes too long. */
export function createSqsClient(
  { endpoint, region }: QueueAddress,
  timeouts: SqsTimeouts,
  connection?: SqsConnection,
): SQSClient {
  const known = connection?.region ?? region;
  return new SQSClient({
    endpoint,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: timeouts.connect,
      requestTimeout: timeouts.poll,
      throwOnRequestTimeout: true,
      // For an answer that begins and never ends.
      socketTimeout: timeouts.poll,
    },
    // It would print the bodies of messages.
    logger: { trace: SILENT, debug: SILENT, info: SILENT, warn: SILENT, error: SILENT },
    ...(known === null ? {} : { region: known }),
    ...(connection === undefined ? {} : { credentials: connection }),
  });
}
