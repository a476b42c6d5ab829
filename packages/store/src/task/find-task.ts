import type { Task } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { SELECT_TASKS, toTask } from './task-row.ts';
import type { TaskRow } from './task-row.ts';

/** A task by its id, or null. `customerId` is who survives today. */
export async function findTask(db: Queryable, id: string): Promise<Task | null> {
  const { rows } = await db.query<TaskRow>(`${SELECT_TASKS} WHERE t.id = $1`, [id]);
  return rows[0] === undefined ? null : toTask(rows[0]);
}
