import type { Queryable } from '../queryable.ts';

/** Dead letters nobody was told of, by the kind of their reason. */
export interface UntoldDeadLetters {
  /** The reason up to its first colon: what they have in common. */
  readonly reason: string;
  readonly ids: readonly string[];
}

/** Told of in one go; the rest comes with the next. */
const AT_ONCE = 5000;

/** Real dead letters put aside since an instant of which nobody was told and that were not put back, most first. */
export async function untoldDeadLetters(
  db: Queryable,
  since: string,
): Promise<readonly UntoldDeadLetters[]> {
  const { rows } = await db.query<{ reason: string; ids: string[] }>(
    `SELECT reason, array_agg(id ORDER BY id) AS ids
     FROM (SELECT id, split_part(reason, ':', 1) AS reason FROM dead_letters
           WHERE NOT told AND NOT sample AND replayed_at IS NULL AND recorded_at >= $1::timestamptz
           ORDER BY recorded_at, id LIMIT $2) AS untold
     GROUP BY reason ORDER BY count(*) DESC, reason`,
    [since, AT_ONCE],
  );
  return rows;
}

/** Writes down that somebody was told of these. */
export async function markTold(db: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query('UPDATE dead_letters SET told = true WHERE id = ANY($1::text[])', [ids]);
}
