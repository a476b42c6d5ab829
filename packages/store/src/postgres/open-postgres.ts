import { systemClock } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';
import { createNestingGuard } from '../nesting-guard.ts';
import type { Database } from '../queryable.ts';
import { createChannels } from './create-channels.ts';
import { createConnections } from './connections.ts';
import { createLeads } from './create-leads.ts';
import { createInHand } from './in-hand.ts';
import { createTransactions } from './create-transactions.ts';
import { openSession } from './open-session.ts';
import { DEFAULT_TIMEOUTS, postgresPlace } from './postgres-place.ts';
import type { PostgresTimeouts } from './postgres-place.ts';
import { prepareStore } from './prepare-store.ts';

export interface PostgresOptions {
  /** DATABASE_URL, see `postgresVariables`. */
  readonly url: string;
  /** Connections of the pool at most. Default 10; a lead and notifications take one more each. */
  readonly poolSize?: number;
  /** What the server calls our sessions, e.g. `redress notifier`. */
  readonly applicationName: string;
  readonly logger: Logger;
  readonly timeouts?: Partial<PostgresTimeouts>;
  readonly clock?: Clock;
  /** From 0 to 1, for pauses between tries. */
  readonly random?: () => number;
}

/**
 * Opens a PostgreSQL database, migrated where needed. Connections that are lost later are replaced by themselves; what was in hand throws a
 * retryable error, or is done again, see `createTransactions`.
 * Throws REDRESS_STORE_ABSENT, REDRESS_STORE_FORBIDDEN, REDRESS_STORE_ENGINE_UNSUITABLE, REDRESS_STORE_NEWER, REDRESS_STORE_MIGRATION_CHANGED
 * and REDRESS_STORE_UNAVAILABLE (retryable), each with what to do.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, poolSize = 10, applicationName, logger, random = Math.random } = options;
  const { clock = systemClock } = options;
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const place = postgresPlace(url, applicationName, timeouts);
  await prepareStore(place, logger);

  const guard = createNestingGuard();
  const connections = createConnections(place, { size: poolSize, logger, clock });
  const transaction = createTransactions({
    connections,
    guard,
    clock,
    random,
    logger,
    settleMs: timeouts.settle,
  });
  const leads = createLeads(() => openSession({ place, clock }));
  const channels = createChannels({
    openSession: (onNotification) => openSession({ place, clock, onNotification }),
    clock,
    random,
    logger,
  });
  let closing: Promise<void> | null = null;

  const inHand = createInHand();
  /** Outside of every transaction: a pool would wait for a connection that the waiting transaction holds. */
  const outside = async <T>(work: () => Promise<T>): Promise<T> => {
    const refusal = guard.refusal();
    if (refusal !== null) throw refusal;
    return inHand.take(work);
  };
  return {
    query: (sql, parameters) =>
      outside(() => connections.use((connection) => connection.query(sql, parameters))),
    execute: (sql) =>
      outside(() =>
        connections.use(async (connection) => {
          try {
            await connection.run(sql);
          } catch (error) {
            // Statements that open a transaction of their own leave it broken.
            connection.discard();
            throw error;
          }
        }),
      ),
    transaction: (work, how) => outside(() => transaction(work, how)),
    takeLead: (name) => inHand.take(() => leads.take(name)),
    notify: (channel) => inHand.take(() => channels.notify(channel)),
    listen: (channel, listener) =>
      inHand.take(() =>
        channels.listen(channel, () => {
          guard.outside(listener);
        }),
      ),
    close() {
      closing ??= (async () => {
        const waited = new AbortController();
        await Promise.race([inHand.close(), clock.sleep(timeouts.close, waited.signal)]);
        waited.abort();
        await Promise.all([connections.close(), leads.end(), channels.end()]);
      })();
      return closing;
    },
  };
}
