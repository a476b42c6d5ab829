import type { OwnerRecord, Policy } from '@redress/contracts';
import { NO_DECISION } from '../decide/decide.ts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { reconcile } from '../decide/reconcile.ts';
import { newDelivery } from '../delivery/plan-delivery.ts';
import { effectOf } from '../effect/effect-of.ts';
import { fallbackOwner } from '../owner/choose-owner.ts';
import { holdersFor, ownersFor } from '../owner/owners-for.ts';
import { presentOwner } from '../owner/present-owner.ts';
import { isOpen, type Task } from '../task/task.ts';
import { nextClockAt } from './clocks-of.ts';
import { nextEscalation } from './next-escalation.ts';
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
  const recipient = recipientOf(rung?.to ?? 'owner', task, context, policy, now);
  const climbed: Task = {
    ...task,
    ladder: { fired: rungNumber, lastAt: now },
    version: task.version + 1,
  };
  const moved: Task = { ...climbed, nextClockAt: nextClockAt(climbed, policy) };
  const missed = missedStep(task);
  const reason = `${missed}; rung ${String(rungNumber)} of the ladder: ${recipient.reason}`;
  const delivery = newDelivery(
    moved,
    recipient.owner,
    'escalation',
    String(rungNumber),
    [{ code: 'escalated', text: reason, feedbackId: null }],
    { notBefore: now, shadow: task.shadow, now, nameId: context.nameId },
  );
  const common = {
    at: now,
    customerId: task.customerId,
    accountId: task.accountId,
    taskId: task.id,
    taskSeverity: task.severity,
    causes: task.causes,
    contacts: task.contacts,
    churn: task.churn,
    owner: task.owner,
    reason,
  };
  return {
    ...NO_DECISION,
    tasks: [moved],
    deliveries: [delivery],
    effects: [
      effectOf({ ...common, type: 'task.escalated', rung: rungNumber }),
      effectOf({
        ...common,
        type: 'delivery.queued',
        delivery: {
          id: delivery.id,
          recipient: delivery.recipient,
          kind: delivery.kind,
          notBefore: delivery.notBefore,
        },
      }),
    ],
  };
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

function recipientOf(
  to: string,
  task: Task,
  context: DecisionContext,
  policy: Policy,
  now: string,
): { owner: string; reason: string } {
  const fallback = (): { owner: string; reason: string } =>
    fallbackOwner(task.language, ownersFor(context), context.loads, policy, now);
  const present = (id: string | undefined, reason: string): { owner: string; reason: string } => {
    const owner = id === undefined ? null : presentOwner(id, holdersFor(context), now);
    return owner === null ? fallback() : { owner: owner.id, reason };
  };
  if (to === 'owner') return present(task.owner, 'the owner');
  if (to === 'supervisor')
    return present(supervisorOf(task.owner, holdersFor(context)), `supervisor of ${task.owner}`);
  if (to === 'fallback') return fallback();
  const [kind, name = ''] = to.split(':');
  if (kind === 'owner') return present(name, 'named by the ladder');
  const team = ownersFor(context).filter((owner) => owner.teams.includes(name));
  const { owner, reason } = fallbackOwner(
    task.language,
    team,
    context.loads,
    { ...policy, fallbackOwner: undefined },
    now,
  );
  return team.length === 0 ? fallback() : { owner, reason: `team ${name}: ${reason}` };
}

function supervisorOf(id: string, owners: readonly OwnerRecord[]): string | undefined {
  return owners.find((owner) => owner.id === id)?.supervisor;
}
