import type { Queryable } from '../queryable.ts';

/** When the next clock is due, held or not; null where there is none. */
export async function nextDueAt(db: Queryable): Promise<string | null> {
  const { rows } = await db.query<{ due: string | null }>('SELECT min(due_at) AS due FROM clocks');
  return rows[0]?.due ?? null;
}
