import type { Task } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { OPEN_SQL, SELECT_TASKS, toTask } from '../task/task-row.ts';
import type { TaskRow } from '../task/task-row.ts';
import { KEPT_DAYS } from './kept-days.ts';

/** Open tasks of customers and of everyone who was joined into them, and those that ended lately. */
export async function loadMemberTasks(
  tx: Queryable,
  customerIds: readonly string[],
  now: string,
): Promise<readonly Task[]> {
  const { rows } = await tx.query<TaskRow>(
    `${SELECT_TASKS}
     WHERE c.surviving_id = ANY($1::text[])
       AND (t.state IN ${OPEN_SQL} OR t.updated_at > $2::timestamptz - make_interval(days => $3::integer))
     ORDER BY t.opened_at, t.id`,
    [customerIds, now, KEPT_DAYS],
  );
  return rows.map(toTask);
}
