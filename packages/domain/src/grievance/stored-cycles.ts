import type { Task } from '../task/task.ts';
import { isOpen } from '../task/task.ts';
import type { StoredCycle } from './grievance.ts';

/** Closed reasons that undo a task rather than end it: its touches are free to be judged again. */
export const UNDONE: ReadonlySet<string> = new Set(['retracted', 'merged']);

/** All cycles of the tasks that still mean something, oldest first. */
export function storedCycles(tasks: readonly Task[]): StoredCycle[] {
  return tasks
    .flatMap((task) => [
      ...task.pastCycles.map((past) => ({
        taskId: task.id,
        cycle: past.cycle,
        openedAt: past.openedAt,
        touches: new Set(past.touches),
        endedAt: past.endedAt,
        deliveredAt: past.deliveredAt,
        ownerPromises: [],
      })),
      ...(task.closedReason !== null && UNDONE.has(task.closedReason)
        ? []
        : [
            {
              taskId: task.id,
              cycle: task.cycle,
              openedAt: task.openedAt,
              touches: new Set(task.touches),
              endedAt: isOpen(task) ? null : task.resolvedAt,
              deliveredAt: task.deliveredAt,
              ownerPromises: task.promises.filter((promise) => promise.by === 'owner'),
            },
          ]),
    ])
    .sort((a, b) =>
      a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : a.taskId < b.taskId ? -1 : 1,
    );
}
