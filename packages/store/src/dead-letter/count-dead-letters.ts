import type { Queryable } from '../queryable.ts';

/** How many dead letters are kept. */
export async function countDeadLetters(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ letters: number }>(
    'SELECT count(*) AS letters FROM dead_letters',
  );
  return rows[0]?.letters ?? 0;
}
