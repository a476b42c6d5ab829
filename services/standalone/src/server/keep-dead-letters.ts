import { readDeadLetter, type EventLog } from '@redress/event-log';
import type { Running } from '@redress/runtime';
import { recordDeadLetter, type Database } from '@redress/store';

/** Copies dead letters from the log into the store, each once, so that `/v1/stats` counts what could not be handled. */
export async function keepDeadLetters({
  log,
  database,
}: {
  log: EventLog;
  database: Database;
}): Promise<Running> {
  return log.consume({
    group: 'redress.dead-letters',
    topics: ['dead-letters.v1'],
    maxBatch: 100,
    async handle(records) {
      await database.transaction(async (tx) => {
        for (const { value, at } of records) {
          const read = value === null ? null : readDeadLetter(value);
          if (read?.ok === true) await recordDeadLetter(tx, read.letter, at);
        }
      });
      return records.map(({ value }) =>
        value === null ? { kind: 'drop', reason: 'erased' } : { kind: 'ok' },
      );
    },
  });
}
