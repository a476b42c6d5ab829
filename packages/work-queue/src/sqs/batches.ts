import { RedressError } from '@redress/runtime';

/** What SQS takes at once: messages, and bytes of their bodies together. */
const MOST_MESSAGES = 10;
const MOST_BYTES = 256 * 1024;

/** What XML 1.0 calls a character; SQS refuses a message with any other, and a batch with such a message. */
const UNSENDABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * Messages in the batches that SQS takes, in order. Throws REDRESS_QUEUE_MESSAGE_INVALID for a body that it never takes; nothing was sent then.
 */
export function batchesOf<Message extends { readonly body: string }>(
  messages: readonly Message[],
): readonly (readonly Message[])[] {
  const batches: Message[][] = [];
  let batch: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = sizeOf(message.body);
    if (batch.length === MOST_MESSAGES || bytes + size > MOST_BYTES) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += size;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}

function sizeOf(body: string): number {
  const size = Buffer.byteLength(body);
  const fault =
    size === 0
      ? 'is empty'
      : size > MOST_BYTES
        ? 'is larger than 256 KiB'
        : UNSENDABLE.test(body)
          ? 'holds a character that SQS does not take (NUL, another control character, half a surrogate pair)'
          : null;
  if (fault === null) return size;
  throw new RedressError(
    'REDRESS_QUEUE_MESSAGE_INVALID',
    `A message for the queue ${fault}. Nothing was sent; send ids instead of words.`,
  );
}
