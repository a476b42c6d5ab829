import type { Queryable } from '../queryable.ts';

/** Seconds since the oldest row that is not out was written; null where all are out. */
export async function oldestOutboxAge(db: Queryable, now: string): Promise<number | null> {
  const { rows } = await db.query<{ oldest: string }>(
    'SELECT created_at AS oldest FROM outbox ORDER BY id LIMIT 1',
  );
  const oldest = rows[0]?.oldest ?? null;
  return oldest === null ? null : Math.max(0, Date.parse(now) - Date.parse(oldest)) / 1000;
}
