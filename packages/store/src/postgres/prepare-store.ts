import { RedressError } from '@redress/runtime';
import type { Logger } from '@redress/runtime';
import { Client } from 'pg';
import { migrate } from '../migrations/migrate.ts';
import { sqlStateOf } from '../store-error.ts';
import { connectError } from './connect-error.ts';
import { connectionOf } from './connection.ts';
import type { Connection } from './connection.ts';
import type { PostgresPlace } from './postgres-place.ts';

const OLDEST = 15;
/** Insufficient privilege; no schema that anything may be made in. */
const MAY_NOT = new Set(['42501', '3F000']);
/** Who holds this lock of the database migrates it. */
const KEY = `hashtextextended('redress migrations', 0)`;

/**
 * Looks whether the server will do and brings the database to this release, while others that start wait.
 * Throws REDRESS_STORE_ENGINE_UNSUITABLE, REDRESS_STORE_FORBIDDEN, REDRESS_STORE_NEWER, REDRESS_STORE_MIGRATION_CHANGED and what
 * `connectError` makes.
 */
export async function prepareStore(place: PostgresPlace, logger: Logger): Promise<void> {
  // Another's migration, or an index over many rows, may take its time.
  const client = new Client({
    ...place.config,
    statement_timeout: 0,
    lock_timeout: 0,
    query_timeout: 0,
  });
  let lost = false;
  client.on('error', () => {
    lost = true;
  });
  try {
    await client.connect();
  } catch (thrown) {
    await client.end().catch(() => undefined);
    throw connectError(thrown, place.shown);
  }
  try {
    const connection = connectionOf(client, () => lost);
    await checkServer(connection, place.shown);
    await takeTurn(connection, logger);
    await migrateOn(connection, place.shown);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkServer(connection: Connection, shown: string): Promise<void> {
  const { rows } = await connection.query<{ version: string; encoding: string; standby: boolean }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
            pg_is_in_recovery() AS standby`,
  );
  const [server] = rows;
  if (server === undefined) return;
  if (Number.parseInt(server.version) < OLDEST) {
    throw unsuitable(`${shown} is PostgreSQL ${server.version}: take ${String(OLDEST)} or newer.`);
  }
  if (server.encoding !== 'UTF8') {
    throw unsuitable(
      `${shown} is encoded in ${server.encoding}: make one with "createdb --encoding=UTF8 --template=template0".`,
    );
  }
  if (server.standby) {
    throw new RedressError(
      'REDRESS_STORE_UNAVAILABLE',
      `The database ${shown} is a standby that may only be read: DATABASE_URL must lead to the primary. It is tried again by itself.`,
      { retryable: true },
    );
  }
}

function unsuitable(why: string): RedressError {
  return new RedressError('REDRESS_STORE_ENGINE_UNSUITABLE', `The database ${why}`);
}

async function takeTurn(connection: Connection, logger: Logger): Promise<void> {
  const { rows } = await connection.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${KEY}) AS taken`,
  );
  if (rows[0]?.taken === true) return;
  logger.info('waiting for another process that migrates the store');
  await connection.query(`SELECT pg_advisory_lock(${KEY})`);
}

async function migrateOn(connection: Connection, shown: string): Promise<void> {
  try {
    await migrate({
      query: (sql, parameters) => connection.query(sql, parameters),
      execute: async (sql) => {
        await connection.run(sql);
      },
    });
  } catch (thrown) {
    if (!MAY_NOT.has(sqlStateOf(thrown) ?? '')) throw thrown;
    throw new RedressError(
      'REDRESS_STORE_FORBIDDEN',
      `The tables of the database ${shown} may not be made or changed by this user: start once as the database's owner, or GRANT CREATE ON SCHEMA public.`,
      { cause: thrown },
    );
  }
}
