import type { ClientConfig } from 'pg';
import { columnTypes } from './column-types.ts';

/** How long things may take on PostgreSQL, in milliseconds. `statement_timeout` and the like in DATABASE_URL go before the first three. */
export interface PostgresTimeouts {
  /** A statement, its waits included; the client gives a connection up 5 seconds later, for the answer may be lost on the way. */
  readonly statement: number;
  /** The wait for a lock within it. */
  readonly lock: number;
  /** A transaction whose process says nothing, e.g. because it is stopped: the server ends it, so that others get its locks. */
  readonly idleInTransaction: number;
  /** The wait for a connection, until one of the pool is free or a new one is made. */
  readonly connect: number;
  /** Until a lost connection's COMMIT is decided; longer than `idleInTransaction`, by which the server ends what it has not got. */
  readonly settle: number;
  /** What is in hand when the store is closed. */
  readonly close: number;
}

export const DEFAULT_TIMEOUTS: PostgresTimeouts = {
  statement: 30_000,
  lock: 10_000,
  idleInTransaction: 15_000,
  connect: 10_000,
  settle: 30_000,
  close: 10_000,
};

/** A database's address, ready to connect to. */
export interface PostgresPlace {
  readonly config: ClientConfig;
  /** The address without user and password, for people. */
  readonly shown: string;
}

/**
 * - The session is in UTC and writes dates as ISO, whatever the server's or the role's defaults are.
 * - The server notices within 25 seconds that a client's machine is gone, and gives free what it held.
 * - Compiling plans and starting workers takes longer than our statements do.
 */
const SESSION = [
  'TimeZone=UTC',
  'DateStyle=ISO',
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'jit=off',
  'max_parallel_workers_per_gather=0',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');
const CLIENT_GIVES_UP_MS = 5_000;
const KEEPALIVE_MS = 10_000;

/** Reads an address (see `postgresVariables`). Settings in its `options` are kept beside ours. */
export function postgresPlace(
  url: string,
  applicationName: string,
  timeouts: PostgresTimeouts,
): PostgresPlace {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.delete('options');
  const host = address.searchParams.get('host') ?? address.host;
  return {
    shown: `"${decodeURIComponent(address.pathname.slice(1)) || 'its user’s own name'}" at ${host === '' ? 'the local socket' : host}`,
    config: {
      connectionString: address.href,
      application_name: applicationName,
      options: given === null ? SESSION : `${SESSION} ${given}`,
      types: columnTypes,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_MS,
      connectionTimeoutMillis: timeouts.connect,
      statement_timeout: timeouts.statement,
      lock_timeout: timeouts.lock,
      idle_in_transaction_session_timeout: timeouts.idleInTransaction,
      query_timeout: timeouts.statement + CLIENT_GIVES_UP_MS,
    },
  };
}
