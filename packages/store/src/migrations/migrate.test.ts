import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../queryable.ts';
import { openTestDatabase } from '../testing.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './read-migrations.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

describe('migrations', () => {
  it('make these tables', async () => {
    const { rows } = await database.query<{ table_name: string; columns: string }>(
      `SELECT table_name, string_agg(column_name || ' ' || udt_name || CASE is_nullable WHEN 'NO' THEN '' ELSE '?' END, ', ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name ORDER BY table_name`,
    );
    expect(Object.fromEntries(rows.map((row) => [row.table_name, row.columns]))).toMatchSnapshot();
  });

  it('are applied once', async () => {
    await migrate(database);
    const { rows } = await database.query(
      'SELECT version FROM applied_migrations ORDER BY version',
    );
    expect(rows).toEqual((await readMigrations()).map(({ version }) => ({ version })));
  });

  it('never read the time of the server', async () => {
    for (const { sql } of await readMigrations()) {
      expect(sql).not.toMatch(/\bnow\(\)|current_timestamp|clock_timestamp/i);
    }
  });

  it('refuse a store that a newer release wrote', async () => {
    await database.query("INSERT INTO applied_migrations VALUES (9000, 'later', 'x')");
    await expect(migrate(database)).rejects.toMatchObject({ code: 'REDRESS_STORE_NEWER' });
    await database.query('DELETE FROM applied_migrations WHERE version = 9000');
  });

  it('refuse a released file that was changed', async () => {
    const { rows } = await database.query<{ checksum: string }>(
      "UPDATE applied_migrations SET checksum = 'x' WHERE version = 1 RETURNING checksum",
    );
    expect(rows).toHaveLength(1);
    await expect(migrate(database)).rejects.toMatchObject({
      code: 'REDRESS_STORE_MIGRATION_CHANGED',
    });
  });
});
