import type { Queryable } from '../queryable.ts';

/** Writes down that dead letters were put back. */
export async function markReplayed(
  db: Queryable,
  ids: readonly string[],
  now: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    'UPDATE dead_letters SET replayed_at = greatest(replayed_at, $2::timestamptz) WHERE id = ANY($1::text[])',
    [ids, now],
  );
}
