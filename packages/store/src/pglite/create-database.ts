import { AsyncLocalStorage } from 'node:async_hooks';
import { RedressError, isRedressError } from '@redress/runtime';
import type { Engine } from '../../pglite-engine.mjs';
import type { Database, Queryable } from '../queryable.ts';
import { createChannels } from './create-channels.ts';
import { createLeads } from './create-leads.ts';
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
  const leads = createLeads();
  const channels = createChannels();

  /** Leads and channels are this process's own: they wait for no turn, so that they can be asked for inside a transaction. */
  const atOnce = <T>(work: () => T): Promise<T> =>
    closed ? Promise.reject(closedError()) : Promise.resolve(work());
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore()?.open === true) {
      return Promise.reject(
        new RedressError(
          'REDRESS_STORE_NESTED',
          'The database was asked inside one of its own transactions. Use the transaction that was handed over.',
        ),
      );
    }
    if (closed) return Promise.reject(closedError());
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
    takeLead: (name) => atOnce(() => leads.take(name)),
    notify: (channel) =>
      atOnce(() => {
        channels.notify(channel);
      }),
    listen: (channel, listener) =>
      atOnce(() => {
        // Whoever notified may have done so inside a transaction; the listener is outside of it.
        const stop = channels.listen(channel, () => {
          inside.run({ open: false }, listener);
        });
        return () => {
          stop();
          return Promise.resolve();
        };
      }),
    close: async () => {
      if (closed) return;
      const turn = inTurn(() => engine.close());
      closed = true;
      channels.end();
      leads.end();
      await turn;
    },
  };
}

function closedError(): RedressError {
  return new RedressError(
    'REDRESS_STORE_CLOSED',
    'The store is closed; nothing can be asked of it any more.',
  );
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
