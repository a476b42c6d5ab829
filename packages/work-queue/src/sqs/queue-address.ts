import { RedressError } from '@redress/runtime';

/** What a queue's URL tells. */
export interface QueueAddress {
  readonly url: string;
  readonly name: string;
  /** Scheme, host and port. */
  readonly endpoint: string;
  /** Of a queue on AWS; null: the SDK's own variables tell it. */
  readonly region: string | null;
}

/** Reads a queue's URL. Throws REDRESS_QUEUE_MISCONFIGURED where it is none, or one of a queue that keeps an order. */
export function readQueueAddress(queueUrl: string): QueueAddress {
  const url = URL.canParse(queueUrl) ? new URL(queueUrl) : null;
  const name = url?.pathname.split('/').at(-1) ?? '';
  if (url === null || !/^https?:$/.test(url.protocol) || name === '') {
    throw new RedressError(
      'REDRESS_QUEUE_MISCONFIGURED',
      'The address of the queue is no queue URL. Take the one that `aws sqs get-queue-url --queue-name …` prints.',
    );
  }
  if (name.endsWith('.fifo')) {
    throw new RedressError(
      'REDRESS_QUEUE_MISCONFIGURED',
      `The queue ${name} is a FIFO queue; Redress delays single messages, which those cannot. Make a standard queue.`,
    );
  }
  return {
    url: queueUrl,
    name,
    endpoint: url.origin,
    region: /^sqs\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/.exec(url.hostname)?.[1] ?? null,
  };
}

/** URL of a queue's dead-letter queue by its ARN: both are always of one account and region, so only the name differs. */
export function deadLetterUrl(address: QueueAddress, arn: string): string {
  const name = arn.split(':').at(-1) ?? '';
  return `${address.url.slice(0, address.url.length - address.name.length)}${name}`;
}
