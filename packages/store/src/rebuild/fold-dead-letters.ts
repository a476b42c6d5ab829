import type { TopicName } from '@redress/contracts';
import type { DeadLetter } from '../dead-letter/dead-letter.ts';
import { markTold } from '../dead-letter/untold-dead-letters.ts';
import { recordDeadLetter } from '../dead-letter/record-dead-letter.ts';
import type { FoldContext } from './fold-topic.ts';
import type { LoggedRecord } from './logged-record.ts';

const DEAD_LETTERS = 'dead-letters.v1' satisfies TopicName;
const AT_ONCE = 200;

/** Places of records that were put aside. */
export interface DeadPlaces {
  /** `place`: `feedback.scored.v1/3`. */
  has(place: string, offset: number): boolean;
}

/** Dead letters that nobody erased. Somebody was told of them before: nobody is told again. */
export async function foldDeadLetters(
  { database, log, onRecord, onUnreadable }: FoldContext,
  read: (value: Uint8Array) => DeadLetter | null,
): Promise<DeadPlaces> {
  const places = new Set<string>();
  for (let partition = 0; partition < log.partitions(DEAD_LETTERS); partition += 1) {
    const records: LoggedRecord[] = [];
    const erased = new Map<string, number>();
    for await (const record of log.read(DEAD_LETTERS, partition)) {
      onRecord();
      if (record.value === null) erased.set(record.key, record.offset);
      else records.push(record);
    }
    const letters: DeadLetter[] = [];
    for (const { key, offset, value } of records) {
      const letter = value === null ? null : read(value);
      const place = `${DEAD_LETTERS}/${String(partition)}/${String(offset)}`;
      if (letter === null) onUnreadable(place, 'is no dead letter');
      else {
        if (letter.topic !== null)
          places.add(`${letter.topic}/${String(letter.partition)}/${String(letter.offset)}`);
        if ((erased.get(key) ?? -1) < offset) letters.push(letter);
      }
    }
    for (let from = 0; from < letters.length; from += AT_ONCE) {
      const some = letters.slice(from, from + AT_ONCE);
      await database.transaction(async (tx) => {
        for (const letter of some) await recordDeadLetter(tx, letter);
        await markTold(
          tx,
          some.map(({ id }) => id),
        );
      });
    }
  }
  return { has: (place, offset) => places.has(`${place}/${String(offset)}`) };
}
