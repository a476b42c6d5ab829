import type { TaskClock } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { toClock } from './clock-row.ts';
import type { ClockRow } from './clock-row.ts';

/**
 * Takes clocks that are due and that nobody holds, the longest due first, and holds them until `leaseUntil`: commit at once, then lock the
 * customer and judge each again. A clock whose holder died is given out again when its lease has run out.
 */
export async function claimDueClocks(
  tx: Queryable,
  now: string,
  leaseUntil: string,
  limit: number,
): Promise<readonly TaskClock[]> {
  const { rows } = await tx.query<ClockRow>(
    `WITH due AS (
       SELECT task_id, kind, key FROM clocks
       WHERE due_at <= $1::timestamptz AND (leased_until IS NULL OR leased_until <= $1::timestamptz)
       ORDER BY due_at, task_id, kind, key
       LIMIT $3
       FOR UPDATE SKIP LOCKED
     ), leased AS (
       UPDATE clocks c SET leased_until = $2::timestamptz FROM due
       WHERE c.task_id = due.task_id AND c.kind = due.kind AND c.key = due.key
       RETURNING c.task_id, c.kind, c.key, c.due_at
     )
     SELECT * FROM leased ORDER BY due_at, task_id, kind, key`,
    [now, leaseUntil, limit],
  );
  return rows.map(toClock);
}
