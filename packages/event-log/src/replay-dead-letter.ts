import { encodeEvent, partitionOfKey, uuidV5 } from '@redress/contracts';
import { deadLetterEvent, deadLetterKey, type DeadLetter } from './dead-letter.ts';
import type { LogRecord } from './port.ts';

/** Header of a record that was put back: the id of its dead letter. */
export const REPLAY_HEADER = 'redress-replay';

/** Whether a record was put back from the dead letters. */
export function isReplay({ headers }: Pick<LogRecord, 'headers'>): boolean {
  return headers?.[REPLAY_HEADER] !== undefined;
}

/** The record as it stood, for the place it came from; null for what came from a queue, which has its own way in. */
export function replayRecord(letter: DeadLetter): LogRecord | null {
  if (letter.topic === null) return null;
  const { topic, partition, key, bytes, headers, id } = letter;
  return { topic, partition, key, value: bytes, headers: { ...headers, [REPLAY_HEADER]: id } };
}

/** The dead letter again under its key, now with when it was put back, so that every reader of the log knows. */
export function replayedLetterRecord(
  letter: DeadLetter,
  replayedAt: string,
  partitions: number,
): LogRecord {
  const key = deadLetterKey(letter.bytes, letter.key);
  const id = uuidV5(`${letter.id}:replayed:${replayedAt}`);
  return {
    topic: 'dead-letters.v1',
    partition: partitionOfKey(key, partitions),
    key,
    value: encodeEvent({
      id,
      type: 'dead-letters.v1',
      source: letter.group,
      time: replayedAt,
      data: { ...deadLetterEvent(letter), id: letter.id, replayedAt },
    }),
    headers: { ce_type: 'dead-letters.v1', ce_id: id },
  };
}
