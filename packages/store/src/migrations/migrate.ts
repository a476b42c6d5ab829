import { RedressError } from '@redress/runtime';
import type { Database } from '../queryable.ts';
import { readMigrations } from './read-migrations.ts';
import type { Migration } from './read-migrations.ts';

interface AppliedRow {
  version: number;
  checksum: string;
}

/**
 * Brings a database to this release, each migration in a transaction of its own; one that is up to date is left alone.
 * Throws REDRESS_STORE_NEWER if a newer release was there before, REDRESS_STORE_MIGRATION_CHANGED if a released file was edited.
 */
export async function migrate(database: Pick<Database, 'query' | 'execute'>): Promise<void> {
  const migrations = await readMigrations();
  if (!(await isThere(database))) {
    await database.execute(
      'CREATE TABLE IF NOT EXISTS applied_migrations (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL)',
    );
  }
  const { rows } = await database.query<AppliedRow>(
    'SELECT version, checksum FROM applied_migrations ORDER BY version',
  );
  check(rows, migrations);
  for (const migration of migrations.slice(rows.length)) await apply(database, migration);
}

/** Looked for first: CREATE needs a right, even where there is nothing to be made, that a user of a finished store need not have. */
async function isThere(database: Pick<Database, 'query'>): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `SELECT to_regclass('applied_migrations') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}

function check(applied: readonly AppliedRow[], known: readonly Migration[]): void {
  const newest = applied.at(-1)?.version ?? 0;
  if (newest > (known.at(-1)?.version ?? 0)) {
    throw new RedressError(
      'REDRESS_STORE_NEWER',
      `The store is at version ${String(newest)} and this release knows ${String(known.length)}: start the release that wrote it, or a newer one.`,
    );
  }
  for (const [index, row] of applied.entries()) {
    if (known[index]?.version !== row.version || known[index].checksum !== row.checksum) {
      throw new RedressError(
        'REDRESS_STORE_MIGRATION_CHANGED',
        `Migration ${String(row.version)} is not the one that was applied to this store: take back the change and add a new file instead.`,
      );
    }
  }
}

async function apply(
  database: Pick<Database, 'execute'>,
  { version, name, checksum, sql }: Migration,
): Promise<void> {
  await database.execute(
    `BEGIN;\n${sql}\nINSERT INTO applied_migrations (version, name, checksum) VALUES (${String(version)}, '${name}', '${checksum}');\nCOMMIT;`,
  );
}
