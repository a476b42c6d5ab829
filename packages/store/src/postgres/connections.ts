import { Pool } from 'pg';
import type { Client, PoolClient } from 'pg';
import type { Clock, Logger } from '@redress/runtime';
import { closedError, storeError } from '../store-error.ts';
import { connectError } from './connect-error.ts';
import { connectionOf } from './connection.ts';
import type { Connection } from './connection.ts';
import type { PostgresPlace } from './postgres-place.ts';

/** The pool. A connection that is lost is replaced by the next call; nobody hears of it but the log. */
export interface Connections {
  /** Lends a connection for as long as the work takes. Throws what `connectError` makes where none is got. */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Lends no more and cuts what is still lent. */
  close(): Promise<void>;
}

/** Idle connections are kept so long, and any at most this long, so that a server that moved is found again. */
const IDLE_MS = 60_000;
const LIFETIME_SECONDS = 1_800;
/** For what was cut to find out. */
const CUT_MS = 1_000;

export interface ConnectionsOptions {
  readonly size: number;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** Makes a pool; it connects when it is first used. */
export function createConnections(
  { config, shown }: PostgresPlace,
  { size, logger, clock }: ConnectionsOptions,
): Connections {
  const pool = new Pool({
    ...config,
    max: size,
    idleTimeoutMillis: IDLE_MS,
    maxLifetimeSeconds: LIFETIME_SECONDS,
  });
  const lent = new Set<PoolClient>();
  const lost = new WeakSet<PoolClient>();
  let away = false;

  /** One line an outage, not one a connection. */
  const tellAway = (thrown: unknown): void => {
    if (away || pool.ending) return;
    away = true;
    logger.warn({ err: storeError(thrown) }, 'store connection lost');
  };
  const lose = (client: PoolClient, thrown: unknown): void => {
    lost.add(client);
    tellAway(thrown);
  };
  pool.on('connect', (client) => {
    // A lent connection has no listener of the pool, and an error that nobody listens to ends the process.
    client.on('error', (error: Error) => {
      lose(client, error);
    });
    client.on('end', () => lost.add(client));
  });
  pool.on('error', (error, client) => {
    lose(client, error);
  });

  const borrow = async (): Promise<PoolClient> => {
    try {
      const client = await pool.connect();
      if (away) logger.info('store connection back');
      away = false;
      return client;
    } catch (thrown) {
      if (pool.ending) throw closedError();
      tellAway(thrown);
      throw connectError(thrown, shown);
    }
  };

  return {
    async use(work) {
      const client = await borrow();
      const connection = connectionOf(client, () => lost.has(client));
      lent.add(client);
      try {
        return await work(connection);
      } finally {
        lent.delete(client);
        client.release(connection.broken);
      }
    },
    async close() {
      const ended = pool.end();
      if (lent.size > 0) {
        logger.warn({ connections: lent.size }, 'store closed with work in hand');
        // What the pool lends are whole clients; with a statement in hand, `end` cuts the socket.
        for (const client of lent) void (client as unknown as Client).end();
      }
      const done = new AbortController();
      await Promise.race([ended, clock.sleep(CUT_MS, done.signal)]);
      done.abort();
    },
  };
}
