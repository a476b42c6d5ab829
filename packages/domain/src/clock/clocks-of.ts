import type { Policy } from '@redress/contracts';
import { isOpen, type Task } from '../task/task.ts';
import { nextEscalation } from './next-escalation.ts';
import type { TaskClock } from './task-clock.ts';

/** Every due time of a task: its next rung and its pending promises. None once it is resolved or closed; at least one before. */
export function clocksOf(task: Task, policy: Policy): readonly TaskClock[] {
  if (!isOpen(task)) return [];
  const escalation = nextEscalation(task, policy);
  return [
    ...(escalation === null
      ? []
      : [
          {
            taskId: task.id,
            kind: 'escalate' as const,
            key: `${String(task.cycle)}.${String(task.ladder.fired + 1)}`,
            dueAt: escalation,
          },
        ]),
    ...task.promises.flatMap((promise) =>
      promise.status === 'pending' && promise.dueAt !== null
        ? [{ taskId: task.id, kind: 'promise' as const, key: promise.id, dueAt: promise.dueAt }]
        : [],
    ),
  ];
}

/** The earliest of them, null once the task needs nobody. */
export function nextClockAt(task: Task, policy: Policy): string | null {
  return (
    clocksOf(task, policy)
      .map((clock) => clock.dueAt)
      .sort()[0] ?? null
  );
}
