import type { Queryable } from '../queryable.ts';

/** Tables of which one has a row in every store that anything was done in. */
const TABLES = [
  'applied_events',
  'customers',
  'feedback',
  'outbox',
  'owners',
  'policies',
  'positions',
  'settings',
  'tasks',
] as const;

/** Whether nothing was ever done in a store. */
export async function isEmptyStore(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ filled: boolean }>(
    `SELECT ${TABLES.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')} AS filled`,
  );
  return rows[0]?.filled === false;
}
