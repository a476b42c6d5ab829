import { readDeadLetter } from '@redress/event-log';
import type { Consumer, EventLog } from '@redress/event-log';
import { recordDeadLetter } from '@redress/store';
import type { Database } from '@redress/store';

export interface DeadLetterKeeperDependencies {
  readonly log: Pick<EventLog, 'consume'>;
  readonly database: Database;
  /** Told when it ended by itself and does not go on. */
  readonly onStopped?: (reason: string) => void;
}

const GROUP = 'redress.dead-letters';
const MAX_BATCH = 100;

/** Copies dead letters of every service from the log into the store, each once, so that what could not be handled is counted too. */
export function keepDeadLetters({
  log,
  database,
  onStopped,
}: DeadLetterKeeperDependencies): Promise<Consumer> {
  return log.consume({
    group: GROUP,
    topics: ['dead-letters.v1'],
    maxBatch: MAX_BATCH,
    ...(onStopped === undefined ? {} : { onStopped }),
    async handle(records) {
      const read = records.map(({ value }) => (value === null ? null : readDeadLetter(value)));
      await database.transaction(async (tx) => {
        for (const letter of read)
          if (letter?.ok === true) await recordDeadLetter(tx, letter.letter);
      });
      return read.map((letter) =>
        letter?.ok === true
          ? { kind: 'ok' }
          : { kind: 'drop', reason: letter === null ? 'erased' : letter.reason },
      );
    },
  });
}
