import { RedressError } from '@redress/runtime';
import type { NestingGuard } from '../nesting-guard.ts';
import { openTransaction } from '../open-transaction.ts';
import type { Queryable } from '../queryable.ts';
import { isPassing } from '../store-error.ts';
import type { Connection } from './connection.ts';
import type { ServerLives } from './server-life.ts';
import type { UnansweredCommit } from './settle-commit.ts';

/** How one run of a transaction ended. */
export type Ended<T> =
  | { readonly kind: 'committed'; readonly result: T }
  /** Nothing of it was kept. `again`: another run may end better. */
  | { readonly kind: 'rolled back'; readonly error: unknown; readonly again: boolean }
  /** COMMIT was sent, and the connection lost before its answer. */
  | {
      readonly kind: 'unanswered';
      readonly result: T;
      readonly commit: UnansweredCommit;
      readonly error: unknown;
    };

export interface TransactionDeps {
  readonly guard: NestingGuard;
  readonly lives: ServerLives;
  readonly snapshot: boolean;
}

type Worked<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly error: unknown; readonly failure: Error | undefined };

/** Runs work in a transaction on one connection, once. Never throws. */
export async function runTransaction<T>(
  connection: Connection,
  work: (transaction: Queryable) => Promise<T>,
  { guard, lives, snapshot }: TransactionDeps,
): Promise<Ended<T>> {
  let commit: UnansweredCommit;
  try {
    commit = { life: await lives.of(connection), xid: await begin(connection, snapshot) };
  } catch (error) {
    connection.discard();
    return { kind: 'rolled back', error, again: true };
  }
  const worked = await runWork(connection, work, guard);
  if (!worked.done) {
    await rollBack(connection);
    return { kind: 'rolled back', error: worked.error, again: isPassing(worked.failure) };
  }
  try {
    const [answer] = await connection.run('COMMIT');
    if (answer?.command === 'COMMIT') return { kind: 'committed', result: worked.result };
    return { kind: 'rolled back', error: notCommitted(), again: false };
  } catch (error) {
    // A server that goes on answering has said what became of it.
    if (await rollBack(connection)) {
      return { kind: 'rolled back', error, again: isPassing(error) };
    }
    return { kind: 'unanswered', result: worked.result, commit, error };
  }
}

/**
 * Begins, and answers the transaction's id, by which its COMMIT can be asked for later. Asked for here it costs no round trip of its own;
 * a transaction that only reads gets one too, which costs it nothing.
 */
async function begin(connection: Connection, snapshot: boolean): Promise<string> {
  const level = snapshot ? 'REPEATABLE READ' : 'READ COMMITTED';
  const results = await connection.run(
    `BEGIN ISOLATION LEVEL ${level}; SELECT pg_current_xact_id()::text AS xid`,
  );
  return (results.at(-1)?.rows as [{ xid: string }])[0].xid;
}

async function runWork<T>(
  connection: Connection,
  work: (transaction: Queryable) => Promise<T>,
  guard: NestingGuard,
): Promise<Worked<T>> {
  const transaction = openTransaction((sql, parameters) => connection.query(sql, parameters));
  return guard.inside(async (leave) => {
    try {
      const result = await work(transaction.queryable);
      const failure = await transaction.end();
      return failure === undefined
        ? { done: true, result }
        : { done: false, error: failure, failure };
    } catch (error) {
      return { done: false, error, failure: await transaction.end() };
    } finally {
      leave();
    }
  });
}

/** Whether the server answered; a connection that did not is not used again. */
async function rollBack(connection: Connection): Promise<boolean> {
  if (connection.broken) return false;
  try {
    await connection.run('ROLLBACK');
    return true;
  } catch {
    connection.discard();
    return false;
  }
}

function notCommitted(): RedressError {
  return new RedressError(
    'REDRESS_STORE_REFUSED',
    'The store rolled a transaction back instead of committing it.',
  );
}
