import type { Touch } from '@redress/domain';
import { toTouch } from '../feedback/touch-row.ts';
import type { TouchRow } from '../feedback/touch-row.ts';
import type { Queryable } from '../queryable.ts';
import { OPEN_SQL } from '../task/task-row.ts';
import { KEPT_DAYS } from './kept-days.ts';

/** Of one customer; the newest are kept. */
const TOUCHES_AT_MOST = 500;

/** Held by a task that a decision looks at: without its touches that task would seem to be about nothing, however old they are. */
const HELD = `(t.state IN ${OPEN_SQL} OR t.updated_at > $2::timestamptz - make_interval(days => $3::integer)) IS TRUE`;

/** The feedback of customers and of everyone who was joined into them, deleted revisions included. */
export async function loadMemberTouches(
  tx: Queryable,
  customerIds: readonly string[],
  now: string,
): Promise<readonly Touch[]> {
  const { rows } = await tx.query<TouchRow>(
    `SELECT surviving_id, scored, decision
     FROM (
       SELECT c.surviving_id, f.scored, f.decision, f.occurred_at, f.feedback_id,
              ${HELD} AS held, row_number() OVER (PARTITION BY c.surviving_id ORDER BY f.occurred_at DESC, f.feedback_id DESC) AS place
       FROM customers c JOIN feedback f ON f.customer_id = c.id LEFT JOIN tasks t ON t.id = f.task_id
       WHERE c.surviving_id = ANY($1::text[])
         AND (f.occurred_at > $2::timestamptz - make_interval(days => $3::integer) OR ${HELD})
     ) AS newest
     WHERE place <= $4::integer OR held
     ORDER BY occurred_at, feedback_id`,
    [customerIds, now, KEPT_DAYS, TOUCHES_AT_MOST],
  );
  return rows.map(toTouch);
}
