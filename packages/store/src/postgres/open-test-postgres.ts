import { randomUUID } from 'node:crypto';
import { silentLogger } from '@redress/runtime';
import { Client } from 'pg';
import { migrationsFingerprint } from '../migrations/migrations-fingerprint.ts';
import type { Database } from '../queryable.ts';
import { openPostgres } from './open-postgres.ts';

/** "source database … is being accessed by other users": a vacuum that looked in. */
const IN_USE = '55006';
const TRIES = 5;

/** A database on a server, for those that open it themselves. */
export interface TestPostgres {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Makes a migrated, empty database on a server, copied from a template that is made once a set of migrations. */
export async function createTestPostgres(server: string): Promise<TestPostgres> {
  const name = `redress_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    await copy(client, await ensureTemplate(client, server), name);
  });
  return {
    url: databaseOn(server, name),
    drop: () => onServer(server, (client) => drop(client, name)),
  };
}

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A migrated, empty database of its own on a server, copied from a template that is made once a set of migrations. */
export async function createTestDatabase(server: string): Promise<TestDatabase> {
  const name = `redress_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    await copy(client, await ensureTemplate(client, server), name);
  });
  return {
    url: databaseOn(server, name),
    drop: () => onServer(server, (client) => drop(client, name)),
  };
}

/** Opens a database of its own; closing it drops it. */
export async function openTestPostgres(server: string): Promise<Database> {
  const { url, drop: dropped } = await createTestDatabase(server);
  const database = await open(url);
  return {
    ...database,
    async close() {
      await database.close();
      await dropped();
    },
  };
}

/** Address of another database on the same server. */
function databaseOn(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

function open(url: string): Promise<Database> {
  return openPostgres({
    url,
    poolSize: 4,
    applicationName: 'redress test',
    logger: silentLogger,
  });
}

async function ensureTemplate(client: Client, server: string): Promise<string> {
  const template = `redress_template_${await migrationsFingerprint()}`;
  await client.query(`SELECT pg_advisory_lock(hashtextextended('redress test template', 0))`);
  const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rows.length === 0) {
    const making = `${template}_making`;
    await drop(client, making);
    await client.query(`CREATE DATABASE ${making} TEMPLATE template0 ENCODING 'UTF8'`);
    await (await open(databaseOn(server, making))).close();
    await client.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
  }
  await client.query(`SELECT pg_advisory_unlock(hashtextextended('redress test template', 0))`);
  return template;
}

async function copy(client: Client, template: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      return;
    } catch (error) {
      if (tries === TRIES || (error as { code?: string }).code !== IN_USE) throw error;
    }
  }
}

async function drop(client: Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function onServer(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
