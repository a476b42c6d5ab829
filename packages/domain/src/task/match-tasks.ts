import type { Grievance } from '../grievance/grievance.ts';
import { isOpen, type Task } from './task.ts';

interface Matching {
  /** Each grievance with the stored task it is about, null for a new one. */
  readonly matches: readonly { readonly grievance: Grievance; readonly stored: Task | null }[];
  /** Open tasks that turn out to be about the same grievance as an older one. */
  readonly merged: readonly { readonly task: Task; readonly into: string }[];
  /** Open tasks whose grievance is gone. */
  readonly unmatched: readonly Task[];
}

/** Finds the stored task of each grievance: the one opened first that holds its touches, the resolved one it comes back to, or one that a retraction had closed. */
export function matchTasks(grievances: readonly Grievance[], tasks: readonly Task[]): Matching {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const taken = new Set<string>();
  const merged: { task: Task; into: string }[] = [];
  const matches = grievances.map((grievance) => {
    const stored = storedTask(grievance, byId, taken) ?? retractedTask(grievance, tasks, taken);
    if (stored !== null) {
      taken.add(stored.id);
      for (const { taskId } of grievance.cycles) {
        const other = byId.get(taskId);
        if (
          other !== undefined &&
          other.id !== stored.id &&
          isOpen(other) &&
          !taken.has(other.id)
        ) {
          taken.add(other.id);
          merged.push({ task: other, into: stored.id });
        }
      }
    }
    return { grievance, stored };
  });
  // A cycle that ended is history: its task may stand in a later cycle, which the grievance of that cycle matches.
  const current = matches.filter(
    ({ grievance, stored }) => stored === null || isCurrent(grievance, stored),
  );
  return {
    matches: current,
    merged,
    unmatched: tasks.filter((task) => isOpen(task) && !taken.has(task.id)),
  };
}

function storedTask(
  grievance: Grievance,
  byId: ReadonlyMap<string, Task>,
  taken: ReadonlySet<string>,
): Task | null {
  const holding = grievance.cycles
    .map((cycle) => byId.get(cycle.taskId))
    .filter((task) => task !== undefined);
  const first = holding.sort((a, b) =>
    a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : a.id < b.id ? -1 : 1,
  )[0];
  if (first !== undefined) return first;
  const previous = grievance.reopens === null ? undefined : byId.get(grievance.reopens);
  return previous !== undefined && !isOpen(previous) && !taken.has(`${previous.id}:reopened`)
    ? previous
    : null;
}

function retractedTask(
  grievance: Grievance,
  tasks: readonly Task[],
  taken: ReadonlySet<string>,
): Task | null {
  const ids = new Set(grievance.touches.map((touch) => touch.scored.feedbackId));
  return (
    tasks.find(
      (task) =>
        task.closedReason === 'retracted' &&
        !taken.has(task.id) &&
        task.touches.some((id) => ids.has(id)),
    ) ?? null
  );
}

function isCurrent(grievance: Grievance, stored: Task): boolean {
  return (
    grievance.cycles.length === 0 ||
    grievance.cycles.some((cycle) => cycle.taskId !== stored.id || cycle.cycle === stored.cycle)
  );
}
