import type { Task } from './task.ts';

/** A task that needs nobody any more, with the reason; its version is raised. */
export function closeTask(
  task: Task,
  reason: 'retracted' | 'merged' | 'not a complaint',
  now: string,
): Task {
  return {
    ...task,
    state: 'closed',
    closedReason: reason,
    resolvedAt: now,
    nextClockAt: null,
    version: task.version + 1,
  };
}
