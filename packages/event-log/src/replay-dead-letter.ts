import { encodeEvent, partitionOfKey, uuidV5 } from '@redress/contracts';
import type { Clock } from '@redress/runtime';
import { deadLetterEvent, deadLetterKey, type DeadLetter } from './dead-letter.ts';
import type { EventLog, LogRecord } from './port.ts';

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

/**
 * Puts dead letters back where they came from, bytes and headers untouched, and writes that down; those of a queue are left out. Answers when it was
 * done. Stopped in between, they are put back again by the next try: an event seen twice has one effect.
 */
export async function putBack(
  { log, clock }: { readonly log: Pick<EventLog, 'publish' | 'partitions'>; readonly clock: Clock },
  letters: readonly DeadLetter[],
): Promise<string> {
  const placed = letters.flatMap((letter) => {
    const record = replayRecord(letter);
    return record === null ? [] : [{ letter, record }];
  });
  await log.publish(placed.map(({ record }) => record));
  // After it: who reads the time may take the record for written.
  const at = clock.now();
  const partitions = log.partitions('dead-letters.v1');
  await log.publish(placed.map(({ letter }) => replayedLetterRecord(letter, at, partitions)));
  return at;
}
