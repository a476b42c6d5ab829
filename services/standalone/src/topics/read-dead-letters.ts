import { readDeadLetter, type DeadLetter, type EventLog } from '@redress/event-log';

const TOPIC = 'dead-letters.v1';

/** Every dead letter that a log holds, as its last record tells it; those that were erased are gone. Reads the whole topic. */
export async function readDeadLetters(
  log: Pick<EventLog, 'partitions' | 'read'>,
): Promise<DeadLetter[]> {
  const letters = new Map<string, { readonly key: string; readonly letter: DeadLetter }>();
  for (let partition = 0; partition < log.partitions(TOPIC); partition += 1) {
    for await (const { key, value } of log.read(TOPIC, partition)) {
      if (value === null) {
        for (const [id, kept] of letters) if (kept.key === key) letters.delete(id);
        continue;
      }
      const read = readDeadLetter(value);
      if (!read.ok) continue;
      const { letter } = read;
      const before = letters.get(letter.id)?.letter;
      // Put aside a second time after a crash, it was still put back.
      const replayedAt = letter.replayedAt ?? before?.replayedAt ?? null;
      letters.set(letter.id, { key, letter: { ...letter, replayedAt } });
    }
  }
  return [...letters.values()].map(({ letter }) => letter);
}
