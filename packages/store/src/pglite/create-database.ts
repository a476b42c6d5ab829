import { isRedressError } from '@redress/runtime';
import type { Engine } from '../../pglite-engine.mjs';
import { createNestingGuard } from '../nesting-guard.ts';
import { openTransaction } from '../open-transaction.ts';
import type { Database, Queryable } from '../queryable.ts';
import { closedError, storeError } from '../store-error.ts';
import { createChannels } from './create-channels.ts';
import { createLeads } from './create-leads.ts';

/**
 * A database over one connection: transactions and single statements take turns.
 * Asking the database itself inside one of its transactions would wait for ever, so that throws REDRESS_STORE_NESTED.
 */
export function createDatabase(engine: Engine): Database {
  const guard = createNestingGuard();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const leads = createLeads();
  const channels = createChannels();

  /** Leads and channels are this process's own: they wait for no turn, so that they can be asked for inside a transaction. */
  const atOnce = <T>(work: () => T): Promise<T> =>
    closed ? Promise.reject(closedError()) : Promise.resolve(work());
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const refusal = guard.refusal() ?? (closed ? closedError() : null);
    if (refusal !== null) return Promise.reject(refusal);
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
      inTurn(() => guard.inside((leave) => runTransaction(query, work, leave))),
    takeLead: (name) => atOnce(() => leads.take(name)),
    notify: (channel) =>
      atOnce(() => {
        channels.notify(channel);
      }),
    listen: (channel, listener) =>
      atOnce(() => {
        // Whoever notified may have done so inside a transaction; the listener is outside of it.
        const stop = channels.listen(channel, () => {
          guard.outside(listener);
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

async function runTransaction<T>(
  query: Queryable['query'],
  work: (transaction: Queryable) => Promise<T>,
  leave: () => void,
): Promise<T> {
  const transaction = openTransaction(query);
  await query('BEGIN');
  try {
    const result = await work(transaction.queryable);
    const failure = await transaction.end();
    if (failure !== undefined) throw failure;
    leave();
    await query('COMMIT');
    return result;
  } catch (error) {
    await transaction.end();
    leave();
    await query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
