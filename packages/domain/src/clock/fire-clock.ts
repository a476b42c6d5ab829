import type { Policy } from '@redress/contracts';
import { NO_DECISION } from '../decide/decide.ts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { reconcile } from '../decide/reconcile.ts';
import { isOpen, type Task } from '../task/task.ts';
import { climbLadder } from './climb-ladder.ts';
import { nextEscalation } from './next-escalation.ts';
import { rungRecipient } from './rung-recipient.ts';
import type { TaskClock } from './task-clock.ts';

/** What a clock that ran out does. A clock that no longer holds (the task moved, is resolved, or the clock was set anew) does nothing. */
export function fireClock(
  context: DecisionContext,
  clock: TaskClock,
  policy: Policy,
  now: string,
): Decision {
  const task = context.tasks.find((candidate) => candidate.id === clock.taskId);
  if (task === undefined || !isOpen(task) || clock.dueAt > now) return NO_DECISION;
  switch (clock.kind) {
    case 'promise':
      return reconcile(context, null, policy, now);
    case 'escalate':
      return escalate(context, task, clock, policy, now);
  }
}

/** One rung: the next in order, once; after the last one the last again, daily. */
function escalate(
  context: DecisionContext,
  task: Task,
  clock: TaskClock,
  policy: Policy,
  now: string,
): Decision {
  const due = nextEscalation(task, policy);
  const rungNumber = task.ladder.fired + 1;
  if (due === null || due > now || clock.key !== `${String(task.cycle)}.${String(rungNumber)}`)
    return NO_DECISION;
  const rung = policy.ladder[Math.min(task.ladder.fired, policy.ladder.length - 1)];
  const climb = {
    rung: rungNumber,
    recipient: rungRecipient(rung?.to ?? 'owner', task, context, policy, now),
    because: missedStep(task),
  };
  return climbLadder(context, task, climb, policy, now);
}

/** Which step ran out, in words. */
function missedStep(task: Task): string {
  if (task.clocks.acknowledgeDueAt !== null)
    return `not acknowledged by ${task.clocks.acknowledgeDueAt}`;
  if (task.clocks.promiseDueAt !== null)
    return `nothing promised to the customer by ${task.clocks.promiseDueAt}`;
  if (task.clocks.deliverDueAt !== null) return `not delivered by ${task.clocks.deliverDueAt}`;
  return 'delivered, but not resolved';
}
