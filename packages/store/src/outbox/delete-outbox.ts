import type { Queryable } from '../queryable.ts';

/** Takes rows away once they are out. */
export async function deleteOutbox(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids]);
}
