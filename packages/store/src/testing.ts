import { testStore } from './config.ts';
import { openPglite } from './pglite/open-pglite.ts';
import { openTestPostgres } from './postgres/open-test-postgres.ts';
import type { Database } from './queryable.ts';

export { createTestPostgres, type TestPostgres } from './postgres/open-test-postgres.ts';
export { dumpStore, type StoreDump } from './rebuild/dump-store.ts';

/** A migrated, empty database: in memory, or on the server that REDRESS_TEST_STORE asks for. The test closes it. */
export function openTestDatabase(): Promise<Database> {
  const store = testStore();
  return store.engine === 'postgres' ? openTestPostgres(store.url) : openPglite();
}
