import { openPglite } from './pglite/open-pglite.ts';
import type { Database } from './queryable.ts';

/** A migrated, empty database in memory, from the template. The test closes it. */
export function openTestDatabase(): Promise<Database> {
  return openPglite();
}
