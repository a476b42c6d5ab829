import type { Policy } from '@redress/contracts';
import { DAY, addDuration, addMilliseconds } from '../instant/add-duration.ts';
import { isOpen, type Task } from '../task/task.ts';

/** When the ladder goes on: the next rung so long after the first step that is due and not done; after the last rung, daily. */
export function nextEscalation(task: Task, policy: Policy): string | null {
  if (!isOpen(task)) return null;
  const step = stepDueAt(task, policy);
  const { fired, lastAt } = task.ladder;
  const rung = policy.ladder[fired];
  if (rung !== undefined) return later(addDuration(step, rung.after), lastAt);
  return lastAt === null ? step : later(addMilliseconds(lastAt, DAY), step);
}

/** Due time of the first step that is not done; once all are, of the resolution. */
export function stepDueAt(task: Task, policy: Policy): string {
  const { acknowledgeDueAt, promiseDueAt, deliverDueAt } = task.clocks;
  return (
    acknowledgeDueAt ??
    promiseDueAt ??
    deliverDueAt ??
    addDuration(task.deliveredAt ?? task.openedAt, policy.resolveWithin)
  );
}

function later(a: string, b: string | null): string {
  return b !== null && b > a ? b : a;
}
