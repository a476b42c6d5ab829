import type { TaskClock } from '@redress/domain';

export interface ClockRow {
  task_id: string;
  kind: TaskClock['kind'];
  key: string;
  due_at: string;
}

export function toClock(row: ClockRow): TaskClock {
  return { taskId: row.task_id, kind: row.kind, key: row.key, dueAt: row.due_at };
}
