import type { Touch } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { toTouch } from './touch-row.ts';
import type { TouchRow } from './touch-row.ts';

/** Feedback by id in its current revision, with what was decided; in order of when it was said. */
export async function findFeedback(
  db: Queryable,
  ids: readonly string[],
): Promise<readonly Touch[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<TouchRow>(
    `SELECT c.surviving_id, f.scored, f.decision
     FROM feedback f JOIN customers c ON c.id = f.customer_id
     WHERE f.feedback_id = ANY($1::text[])
     ORDER BY f.occurred_at, f.feedback_id`,
    [ids],
  );
  return rows.map(toTouch);
}
