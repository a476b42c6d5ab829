import { AsyncLocalStorage } from 'node:async_hooks';
import { RedressError, isRedressError } from '@redress/runtime';
import type { Engine } from '../../pglite-engine.mjs';
import type { Database, Queryable } from '../queryable.ts';
import { storeError } from './store-error.ts';

interface OwnTransaction {
  open: boolean;
}

/**
 * A database over one connection: transactions and single statements take turns.
 * Asking the database itself inside one of its transactions would wait for ever, so that throws REDRESS_STORE_NESTED.
 */
export function createDatabase(engine: Engine): Database {
  const inside = new AsyncLocalStorage<OwnTransaction>();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore()?.open === true) {
      return Promise.reject(
        new RedressError(
          'REDRESS_STORE_NESTED',
          'The database was asked inside one of its own transactions. Use the transaction that was handed over.',
        ),
      );
    }
    if (closed) {
      return Promise.reject(
        new RedressError(
          'REDRESS_STORE_CLOSED',
          'The store is closed; nothing can be asked of it any more.',
        ),
      );
    }
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const query: Queryable['query'] = <Row extends object>(
    sql: string,
    parameters: readonly unknown[] = [],
  ) =>
    engine.query(sql, parameters).then(
      ({ rows, affectedRows }) => ({ rows: rows as Row[], affectedRows }),
      (error: unknown) => {
        throw isRedressError(error) ? error : storeError(error);
      },
    );

  return {
    query: (sql, parameters) => inTurn(() => query(sql, parameters)),
    execute: (sql) =>
      inTurn(async () => {
        try {
          await engine.execute(sql);
        } catch (error) {
          // Statements that open a transaction of their own leave it broken.
          await engine.execute('ROLLBACK').catch(() => undefined);
          throw isRedressError(error) ? error : storeError(error);
        }
      }),
    transaction: (work) =>
      inTurn(() => {
        const own: OwnTransaction = { open: true };
        return inside.run(own, () => runTransaction(query, work, own));
      }),
    close: async () => {
      if (closed) return;
      const turn = inTurn(() => engine.close());
      closed = true;
      await turn;
    },
  };
}

async function runTransaction<T>(
  query: Queryable['query'],
  work: (transaction: Queryable) => Promise<T>,
  own: OwnTransaction,
): Promise<T> {
  const failures: Error[] = [];
  const transaction: Queryable = {
    query: async (sql, parameters) => {
      if (!own.open) {
        throw new RedressError(
          'REDRESS_STORE_CLOSED',
          'This transaction has ended; a statement came too late.',
        );
      }
      try {
        return await query(sql, parameters);
      } catch (error) {
        failures.push(error as Error);
        throw error;
      }
    },
  };
  await query('BEGIN');
  try {
    const result = await work(transaction);
    // COMMIT of a transaction with a failed statement rolls back without a word; its failure must not be lost.
    const [failure] = failures;
    if (failure !== undefined) throw failure;
    own.open = false;
    await query('COMMIT');
    return result;
  } catch (error) {
    own.open = false;
    await query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
