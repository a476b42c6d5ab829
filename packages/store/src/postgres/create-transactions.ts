import { RedressError, backoffDelay } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';
import type { NestingGuard } from '../nesting-guard.ts';
import type { Database } from '../queryable.ts';
import type { Connections } from './connections.ts';
import { runTransaction } from './run-transaction.ts';
import type { Ended } from './run-transaction.ts';
import { createServerLives } from './server-life.ts';
import { settleCommit } from './settle-commit.ts';

export interface TransactionsOptions {
  readonly connections: Connections;
  readonly guard: NestingGuard;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Until an unanswered COMMIT is decided. */
  readonly settleMs: number;
}

const MOST_RUNS = 5;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;
/** No run begins later than this after the first; each may have waited for a lock until it was refused. */
const LATEST_RUN_MS = 20_000;

/**
 * Transactions as the port promises them: run again where the server says that another run may end better, or where the connection was lost
 * before COMMIT; a COMMIT without an answer is asked for on another connection.
 */
export function createTransactions(options: TransactionsOptions): Database['transaction'] {
  const { connections, guard, clock, random, logger, settleMs } = options;
  const deps = { guard, lives: createServerLives() };

  const decide = async <T>(ended: Ended<T>): Promise<Exclude<Ended<T>, { kind: 'unanswered' }>> => {
    if (ended.kind !== 'unanswered') return ended;
    const verdict = await settleCommit(ended.commit, { connections, clock, patienceMs: settleMs });
    logger.info({ verdict, xid: ended.commit.xid }, 'unanswered commit settled');
    switch (verdict) {
      case 'committed':
        return { kind: 'committed', result: ended.result };
      case 'aborted':
        return { kind: 'rolled back', error: ended.error, again: true };
      case 'unknown':
        return { kind: 'rolled back', error: commitUnknown(ended.error), again: false };
    }
  };

  return async (work, { snapshot = false } = {}) => {
    const start = Date.parse(clock.now());
    for (let run = 1; ; run += 1) {
      const ended = await decide(
        await connections.use((connection) =>
          runTransaction(connection, work, { ...deps, snapshot }),
        ),
      );
      if (ended.kind === 'committed') return ended.result;
      const late = Date.parse(clock.now()) - start > LATEST_RUN_MS;
      if (!ended.again || run === MOST_RUNS || late) throw ended.error;
      await clock.sleep(
        backoffDelay(run, { initial: FIRST_PAUSE_MS, max: LONGEST_PAUSE_MS, random }),
      );
    }
  };
}

function commitUnknown(cause: unknown): RedressError {
  return new RedressError(
    'REDRESS_STORE_COMMIT_UNKNOWN',
    'The connection to the store was lost at the end of a transaction, and the store does not tell whether it was kept. Try again: an event, or a request with a key, has its effect once.',
    { retryable: true, cause },
  );
}
