import type { Policy } from '@redress/contracts';
import { nextClockAt } from '../clock/clocks-of.ts';
import { NO_DECISION } from '../decide/decide.ts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { reconcile } from '../decide/reconcile.ts';
import { withDecision } from '../decide/with-decision.ts';
import { cancelDelivery } from '../delivery/cancel-delivery.ts';
import { newDelivery } from '../delivery/plan-delivery.ts';
import { effectOf } from '../effect/effect-of.ts';
import type { Effect } from '../effect/effect.ts';
import { holdersFor } from '../owner/owners-for.ts';
import { closeTask } from '../task/close-task.ts';
import { nextCycle } from '../task/draft-task.ts';
import { isOpen, type Task } from '../task/task.ts';
import type { TaskAction } from './task-action.ts';

export type ActionResult =
  | { readonly ok: true; readonly decision: Decision }
  | {
      readonly ok: false;
      readonly code: 'not-open' | 'not-ended' | 'unknown-owner' | 'invalid';
      readonly message: string;
    };

/** What a person's action changes. Refusals are values: they say what to do instead. Doing again what is done changes nothing. */
export function actOnTask(
  context: DecisionContext,
  taskId: string,
  action: TaskAction,
  policy: Policy,
  now: string,
): ActionResult {
  const task = context.tasks.find((candidate) => candidate.id === taskId);
  if (task === undefined) return refuse('invalid', 'There is no such task.');
  if (action.type === 'note') return { ok: true, decision: NO_DECISION };
  if (action.type === 'reopen') {
    if (isOpen(task))
      return refuse('not-ended', 'The task is still open; there is nothing to reopen.');
    const again = nextCycle(task, now);
    return changed(
      context,
      task,
      {
        ...again,
        severity: task.severity,
        touches: task.touches,
        promises: task.promises,
        pastCycles: withoutTouches(again),
      },
      action,
      policy,
      now,
    );
  }
  if (!isOpen(task)) return refuse('not-open', `The task is ${task.state}; reopen it first.`);
  return actOnOpenTask(context, task, action, policy, now);
}

type OpenAction = Exclude<TaskAction, { type: 'note' | 'reopen' }>;

function actOnOpenTask(
  context: DecisionContext,
  task: Task,
  action: OpenAction,
  policy: Policy,
  now: string,
): ActionResult {
  const known = (id: string): boolean => holdersFor(context).some((owner) => owner.id === id);
  switch (action.type) {
    case 'acknowledge':
      if (task.acknowledgedAt !== null) return { ok: true, decision: NO_DECISION };
      return changed(context, task, acknowledged(task, now), action, policy, now);
    case 'claim':
      if (!known(action.by))
        return refuse(
          'unknown-owner',
          `${action.by} is no owner yet; enter them with PUT /v1/owners first.`,
        );
      return changed(
        context,
        task,
        { ...acknowledged(task, now), owner: action.by, ownerReason: 'claimed' },
        action,
        policy,
        now,
      );
    case 'promise':
      return promise(context, task, action, policy, now);
    case 'deliver':
      return changed(
        context,
        task,
        { ...acknowledged(task, now), state: 'delivered', deliveredAt: task.deliveredAt ?? now },
        action,
        policy,
        now,
      );
    case 'resolve':
      return changed(
        context,
        task,
        {
          ...acknowledged(task, now),
          state: 'resolved',
          resolvedAt: now,
          resolution: {
            cause: action.cause,
            causes: action.causes,
            action: { type: action.actionType, cost: action.cost },
            note: action.note,
            by: action.by,
          },
        },
        action,
        policy,
        now,
      );
    case 'assign':
      if (!known(action.owner))
        return refuse(
          'unknown-owner',
          `${action.owner} is no owner yet; enter them with PUT /v1/owners first.`,
        );
      return changed(
        context,
        task,
        { ...task, owner: action.owner, ownerReason: `handed over by ${action.by}` },
        action,
        policy,
        now,
      );
    case 'not-a-complaint':
      return changed(
        context,
        task,
        { ...closeTask(task, 'not a complaint', now), version: task.version },
        action,
        policy,
        now,
      );
  }
}

function promise(
  context: DecisionContext,
  task: Task,
  action: Extract<TaskAction, { type: 'promise' }>,
  policy: Policy,
  now: string,
): ActionResult {
  if (action.dueAt <= now)
    return refuse('invalid', `dueAt: ${action.dueAt} has passed; promise a time that lies ahead.`);
  const entry = {
    id: context.nameId(`promise:${task.id}:${String(task.cycle)}:${action.by}:${now}`),
    text: action.text,
    by: 'owner' as const,
    madeAt: now,
    feedbackId: null,
    dueAt: action.dueAt,
    status: 'pending' as const,
    settledAt: null,
  };
  const promised: Task = {
    ...acknowledged(task, now),
    state: task.state === 'delivered' ? 'delivered' : 'promised',
    promisedAt: task.promisedAt ?? now,
    promises: [...task.promises, entry],
  };
  return changed(context, task, promised, action, policy, now);
}

function acknowledged(task: Task, now: string): Task {
  return {
    ...task,
    state: task.state === 'open' ? 'acknowledged' : task.state,
    acknowledgedAt: task.acknowledgedAt ?? now,
  };
}

/** Writes the changed task down, then brings promises and clocks in line with it. */
function changed(
  context: DecisionContext,
  before: Task,
  after: Task,
  action: TaskAction,
  policy: Policy,
  now: string,
): ActionResult {
  const ended = !isOpen(after);
  const moved: Task = {
    ...after,
    clocks: withoutDone(after),
    version: before.version + 1,
  };
  const task: Task = { ...moved, nextClockAt: nextClockAt(moved, policy) };
  const handedOver = task.owner !== before.owner;
  // What was queued before an owner acknowledged is no news any more.
  const stopped =
    action.type === 'acknowledge' ||
    action.type === 'claim' ||
    ended ||
    handedOver ||
    task.acknowledgedAt !== before.acknowledgedAt;
  const first: Decision = {
    ...NO_DECISION,
    tasks: [task],
    deliveries: [
      ...(stopped
        ? context.pending
            .filter((delivery) => delivery.taskId === task.id)
            .map((delivery) => cancelDelivery(delivery, stopReason(action)))
        : []),
      ...(handedOver && task.owner !== action.by
        ? [
            newDelivery(
              task,
              task.owner,
              'opened',
              `assigned:${now}`,
              [{ code: 'assigned', text: task.ownerReason, feedbackId: null }],
              {
                notBefore: now,
                shadow: task.shadow,
                now,
                nameId: context.nameId,
              },
            ),
          ]
        : []),
    ],
    effects: effectsOf(before, task, action, now),
  };
  if (ended) return { ok: true, decision: first };
  const then = reconcile(withDecision(context, first), null, policy, now);
  return { ok: true, decision: joined(first, then) };
}

function stopReason(action: TaskAction): string {
  return action.type === 'acknowledge' || action.type === 'claim'
    ? `acknowledged by ${action.by}`
    : `${action.type} by ${action.by}`;
}

function withoutDone(task: Task): Task['clocks'] {
  const side = (times: Task['clocks']['customer']): Task['clocks']['customer'] => ({
    acknowledgeDueAt: task.acknowledgedAt === null ? times.acknowledgeDueAt : null,
    promiseDueAt: task.promisedAt === null && task.deliveredAt === null ? times.promiseDueAt : null,
    deliverDueAt: task.deliveredAt === null ? times.deliverDueAt : null,
  });
  const { customer, ...staff } = task.clocks;
  return { ...side(staff), customer: side(customer) };
}

function effectsOf(before: Task, task: Task, action: TaskAction, now: string): Effect[] {
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
    reason: `${action.type} by ${action.by}`,
  };
  const type = !isOpen(task)
    ? 'task.closed'
    : task.cycle > before.cycle
      ? 'task.reopened'
      : 'task.updated';
  const recorded = task.promises.filter(
    (entry) => !before.promises.some((known) => known.id === entry.id),
  );
  return [
    effectOf({ ...common, type }),
    ...recorded.map((entry) =>
      effectOf({
        ...common,
        type: 'promise.recorded',
        promise: { id: entry.id, text: entry.text, by: entry.by, madeBy: null, dueAt: entry.dueAt },
      }),
    ),
  ];
}

/** The later rows replace the earlier ones of the same entity; what happened is kept in order. */
function joined(first: Decision, then: Decision): Decision {
  const tasks = new Map([...first.tasks, ...then.tasks].map((task) => [task.id, task]));
  const deliveries = new Map(
    [...first.deliveries, ...then.deliveries].map((delivery) => [delivery.id, delivery]),
  );
  return {
    touches: then.touches,
    tasks: [...tasks.values()],
    deliveries: [...deliveries.values()],
    themeDeltas: then.themeDeltas,
    effects: [...first.effects, ...then.effects],
  };
}

/** The touches stay with the open cycle; the ended one keeps its clocks and its resolution. */
function withoutTouches(task: Task): Task['pastCycles'] {
  return task.pastCycles.map((past) =>
    past.cycle === task.cycle - 1 ? { ...past, touches: [] } : past,
  );
}

function refuse(code: Extract<ActionResult, { ok: false }>['code'], message: string): ActionResult {
  return { ok: false, code, message };
}
