import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '@redress/runtime';
import { testServers } from '@redress/testkit';
import { Client } from 'pg';
import { startPostgres } from '../fixtures/a-postgres.ts';
import type { APostgres } from '../fixtures/a-postgres.ts';
import { readMigrations } from '../migrations/read-migrations.ts';
import { openPostgres } from './open-postgres.ts';

let postgres: APostgres;
let name: string;
beforeEach(async () => {
  postgres = await startPostgres();
  name = new URL(postgres.url).pathname.slice(1);
}, 60_000);
afterEach(() => postgres.close(), 60_000);

const at = (change: (url: URL) => void): string => {
  const url = new URL(postgres.url);
  change(url);
  return url.href;
};
const failureOf = (url: string): Promise<unknown> =>
  openPostgres({ url, applicationName: 'redress test', logger: silentLogger }).then(
    () => null,
    (error: unknown) => error,
  );

describe('opening a PostgreSQL database', () => {
  it('says how to make one that is not there', async () => {
    const failure = await failureOf(at((url) => (url.pathname = '/nowhere')));
    expect(failure).toMatchObject({ code: 'REDRESS_STORE_ABSENT', retryable: false });
    expect(String(failure)).toContain('no database "nowhere" at 127.0.0.1:');
  });

  it('says that it is not let in, and no password', async () => {
    const failure = await failureOf(
      at((url) => {
        url.username = 'nobody_here';
        url.password = 'my-secret';
      }),
    );
    expect(failure).toMatchObject({ code: 'REDRESS_STORE_FORBIDDEN', retryable: false });
    expect(JSON.stringify([String(failure), failure])).not.toContain('my-secret');
  });

  it('says that nobody listens, and that it may be tried again', async () => {
    await postgres.proxy.set('refuse');
    const failure = await failureOf(postgres.url);
    expect(failure).toMatchObject({ code: 'REDRESS_STORE_UNAVAILABLE', retryable: true });
    expect(String(failure)).toContain(`"${name}" at ${postgres.proxy.address}`);
  });

  it('refuses one that a newer release wrote', async () => {
    await postgres.admin.query("INSERT INTO applied_migrations VALUES (9000, 'later', 'x')");
    expect(await failureOf(postgres.url)).toMatchObject({ code: 'REDRESS_STORE_NEWER' });
  });

  it('refuses one whose characters are not in UTF-8', async () => {
    await postgres.admin.query(
      `CREATE DATABASE ${name}_latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`,
    );
    const failure = await failureOf(at((url) => (url.pathname = `/${name}_latin`)));
    await postgres.admin.query(`DROP DATABASE ${name}_latin`);
    expect(failure).toMatchObject({ code: 'REDRESS_STORE_ENGINE_UNSUITABLE' });
  });

  it('migrates an empty one once, however many processes start at the same time', async () => {
    await postgres.admin.query(`CREATE DATABASE ${name}_empty TEMPLATE template0`);
    const url = at((changed) => (changed.pathname = `/${name}_empty`));
    const failures = await Promise.all([1, 2, 3, 4].map(() => failureOf(url)));
    expect(failures).toEqual([null, null, null, null]);
    const direct = new URL(testServers().postgres);
    direct.pathname = `/${name}_empty`;
    const client = new Client({ connectionString: direct.href });
    await client.connect();
    const { rows } = await client.query('SELECT version FROM applied_migrations ORDER BY version');
    await client.end();
    await postgres.admin.query(`DROP DATABASE ${name}_empty WITH (FORCE)`);
    expect(rows).toEqual((await readMigrations()).map(({ version }) => ({ version })));
  });

  it('lets a user work who may not make tables, once they are made', async () => {
    const role = `redress_role_${name.slice(-12)}`;
    await postgres.admin.query(
      `CREATE ROLE ${role} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    );
    try {
      const database = await postgres.open({ url: at((url) => (url.username = role)) });
      await database.transaction((tx) => tx.query("INSERT INTO accounts VALUES ('a')"));
      await database.close();
      await postgres.admin.query('DELETE FROM applied_migrations');
      expect(await failureOf(at((url) => (url.username = role)))).not.toBeNull();
    } finally {
      await postgres.admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  it('says which right is missing where tables are to be made', async () => {
    const role = `redress_role_${name.slice(-12)}`;
    await postgres.admin.query(
      `CREATE ROLE ${role} LOGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public`,
    );
    try {
      const failure = await failureOf(at((url) => (url.username = role)));
      expect(failure).toMatchObject({ code: 'REDRESS_STORE_FORBIDDEN' });
      expect(String(failure)).toContain('GRANT CREATE ON SCHEMA public');
    } finally {
      await postgres.admin.query(`DROP ROLE ${role}`);
    }
  });

  it('is in UTC and writes ISO, whatever the defaults of the database are', async () => {
    await postgres.admin.query(
      `ALTER DATABASE ${name} SET TimeZone = 'Asia/Kolkata'; ALTER DATABASE ${name} SET DateStyle = 'SQL, DMY'`,
    );
    const url = at((changed) => changed.searchParams.set('options', '-c work_mem=5MB'));
    const database = await postgres.open({ url });
    const { rows } = await database.query(
      `SELECT '2026-11-22T23:30:00Z'::timestamptz AS at, ('2026-11-22T23:30:00Z'::timestamptz)::date AS day,
              current_setting('work_mem') AS mem, current_setting('application_name') AS name`,
    );
    expect(rows).toEqual([
      { at: '2026-11-22T23:30:00.000Z', day: '2026-11-22', mem: '5MB', name: 'redress test' },
    ]);
  });
});
