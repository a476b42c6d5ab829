import type { Policy } from '@redress/contracts';
import { NO_DECISION } from '../decide/decide.ts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { newDelivery } from '../delivery/plan-delivery.ts';
import { effectOf } from '../effect/effect-of.ts';
import type { Task } from '../task/task.ts';
import { nextClockAt } from './clocks-of.ts';

/** A rung that fires. */
export interface Climb {
  /** From 1; past the last one it is the last again. */
  readonly rung: number;
  /** Whom it tells, and why that one. */
  readonly recipient: { readonly owner: string; readonly reason: string };
  /** What made it fire, in words. */
  readonly because: string;
}

/** Takes a task up to a rung: it is written down, its recipient is told, and the clocks go on from there. */
export function climbLadder(
  context: DecisionContext,
  task: Task,
  { rung, recipient, because }: Climb,
  policy: Policy,
  now: string,
): Decision {
  const climbed: Task = {
    ...task,
    ladder: { fired: rung, lastAt: now },
    version: task.version + 1,
  };
  const moved: Task = { ...climbed, nextClockAt: nextClockAt(climbed, policy) };
  const reason = `${because}; rung ${String(rung)} of the ladder: ${recipient.reason}`;
  const delivery = newDelivery(
    moved,
    recipient.owner,
    'escalation',
    String(rung),
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
      effectOf({ ...common, type: 'task.escalated', rung }),
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
