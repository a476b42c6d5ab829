import type { Queryable } from '../queryable.ts';
import type { ActivityEntry } from './append-activity.ts';

interface Row extends Omit<ActivityEntry, 'taskId'> {
  task_id: string;
}

/** A task's timeline, the oldest line first. */
export async function listActivity(
  db: Queryable,
  taskId: string,
): Promise<readonly ActivityEntry[]> {
  const { rows } = await db.query<Row>(
    'SELECT task_id, at, actor, type, data FROM activity WHERE task_id = $1 ORDER BY at, id',
    [taskId],
  );
  return rows.map(({ task_id: id, at, actor, type, data }) => ({
    taskId: id,
    at,
    actor,
    type,
    data,
  }));
}
