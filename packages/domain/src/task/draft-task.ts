import type { Policy } from '@redress/contracts';
import { clockTimes } from '../clock/clock-times.ts';
import { nextClockAt } from '../clock/clocks-of.ts';
import type { DecisionContext } from '../decide/decision.ts';
import type { Grievance } from '../grievance/grievance.ts';
import { UNDONE } from '../grievance/stored-cycles.ts';
import { chooseOwner } from '../owner/choose-owner.ts';
import { holdersFor, ownersFor } from '../owner/owners-for.ts';
import { presentOwner } from '../owner/present-owner.ts';
import { severityRank, worse } from '../touch/severity-order.ts';
import { isOpen, type PastCycle, type Task } from './task.ts';

/** The task of a grievance: a new row, the stored one brought up to date, or the stored one in a new cycle. The version is the stored one; the caller raises it if anything changed. */
export function draftTask(
  grievance: Grievance,
  stored: Task | null,
  context: DecisionContext,
  policy: Policy,
  now: string,
): Task {
  const base =
    stored === null
      ? null
      : startsNewCycle(grievance, stored)
        ? nextCycle(stored, now)
        : regrouped(grievance, stored, now);
  const first = grievance.touches[0];
  if (first === undefined) throw new Error('a grievance has at least one touch');
  const fresh = base ?? newTask(grievance, context, policy, now);
  const drafted: Task = {
    ...fresh,
    customerId: grievance.customer.id,
    accountId: grievance.customer.accountId,
    severity: worse(base === null ? null : base.severity, grievance.severity),
    causes: grievance.causes,
    churn: grievance.churn,
    exposure: grievance.exposure,
    contacts: grievance.contacts,
    minutes: grievance.minutes,
    // A severity that was kept is explained by what it was read from.
    reasons:
      base !== null && severityRank(base.severity) > severityRank(grievance.severity)
        ? base.reasons
        : grievance.reasons,
    language: languageOf(grievance),
    touchpoint:
      first.scored.touchpoint ??
      grievance.touches
        .map((touch) => touch.scored.understanding.touchpoint)
        .find((id) => id !== null) ??
      null,
    occurredAt: first.scored.occurredAt,
    receivedAt: first.scored.receivedAt,
    promises: grievance.promises,
    touches: grievance.touches.map((touch) => touch.scored.feedbackId),
    counted: grievance.counted,
    shadow: fresh.shadow && !context.live,
    clocks: isOpen(fresh) ? clockTimes(grievance, fresh, policy) : fresh.clocks,
  };
  const owned = isOpen(drafted)
    ? withPresentOwner(drafted, grievance, context, policy, now)
    : drafted;
  return { ...owned, nextClockAt: nextClockAt(owned, policy) };
}

function startsNewCycle(grievance: Grievance, stored: Task): boolean {
  return (
    !isOpen(stored) &&
    !grievance.cycles.some((cycle) => cycle.taskId === stored.id && cycle.cycle === stored.cycle)
  );
}

/**
 * Within a cycle the severity never falls. Where a touch turned out to belong to another task, or was deleted, what it had added goes with it:
 * the task stands in a new cycle, as far along as it was.
 */
function regrouped(grievance: Grievance, stored: Task, now: string): Task {
  const held = new Set(grievance.touches.map((touch) => touch.scored.feedbackId));
  const falls = severityRank(grievance.severity) < severityRank(stored.severity);
  if (!falls || stored.touches.every((id) => held.has(id))) return stored;
  const { pastCycles, cycle } = nextCycle(stored, now);
  return {
    ...stored,
    cycle,
    severity: grievance.severity,
    pastCycles: pastCycles.map((past) =>
      past.cycle === stored.cycle ? { ...past, touches: [] } : past,
    ),
  };
}

function newTask(
  grievance: Grievance,
  context: DecisionContext,
  policy: Policy,
  now: string,
): Task {
  const first = grievance.touches[0];
  if (first === undefined) throw new Error('a grievance has at least one touch');
  const { owner, reason } = chooseOwner(
    assignmentOf(grievance),
    ownersFor(context),
    context.loads,
    policy,
    now,
  );
  return {
    id: newTaskId(first.scored.feedbackId, context, now),
    customerId: grievance.customer.id,
    accountId: grievance.customer.accountId,
    ...EMPTY_CYCLE,
    cycle: 1,
    severity: grievance.severity,
    causes: [],
    churn: 'none',
    exposure: 'none',
    contacts: 0,
    minutes: 0,
    reasons: [],
    language: 'und',
    touchpoint: null,
    owner,
    ownerReason: reason,
    occurredAt: first.scored.occurredAt,
    receivedAt: first.scored.receivedAt,
    openedAt: now,
    promises: [],
    touches: [],
    counted: [],
    nextClockAt: null,
    pastCycles: [],
    sample: grievance.touches.every((touch) => touch.scored.sample === true),
    shadow: !context.live,
    version: 0,
  };
}

/** Named after its first touch; a touch that was in a task before may have named that one. */
function newTaskId(
  feedbackId: string,
  { touches, tasks, nameId }: DecisionContext,
  now: string,
): string {
  const id = nameId(`task:${feedbackId}`);
  const before = touches.find(({ scored }) => scored.feedbackId === feedbackId);
  const free = (before?.decision?.taskId ?? null) === null && !tasks.some((task) => task.id === id);
  return free ? id : nameId(`task:${feedbackId}:${now}`);
}

const EMPTY_CYCLE = {
  state: 'open',
  clocks: {
    acknowledgeDueAt: null,
    promiseDueAt: null,
    deliverDueAt: null,
    customer: { acknowledgeDueAt: null, promiseDueAt: null, deliverDueAt: null },
  },
  acknowledgedAt: null,
  promisedAt: null,
  deliveredAt: null,
  resolvedAt: null,
  resolution: null,
  closedReason: null,
  ladder: { fired: 0, lastAt: null },
} as const;

/** The same task begun anew: the ended cycle is kept with its clocks. */
export function nextCycle(task: Task, now: string): Task {
  const ended: PastCycle = {
    cycle: task.cycle,
    // What was undone holds nothing: its touches are judged anew.
    touches: task.closedReason !== null && UNDONE.has(task.closedReason) ? [] : task.touches,
    severity: task.severity,
    openedAt: task.openedAt,
    acknowledgedAt: task.acknowledgedAt,
    promisedAt: task.promisedAt,
    deliveredAt: task.deliveredAt,
    endedAt: task.resolvedAt ?? now,
    resolution: task.resolution,
  };
  return {
    ...task,
    ...EMPTY_CYCLE,
    severity: 'low',
    cycle: task.cycle + 1,
    openedAt: now,
    touches: [],
    promises: [],
    pastCycles: [...task.pastCycles, ended],
  };
}

/** An owner who is gone or away hands over; everybody else keeps the task. */
function withPresentOwner(
  task: Task,
  grievance: Grievance,
  context: DecisionContext,
  policy: Policy,
  now: string,
): Task {
  const standIn = presentOwner(task.owner, holdersFor(context), now);
  if (standIn?.id === task.owner) return task;
  const next =
    standIn === null
      ? chooseOwner(assignmentOf(grievance), ownersFor(context), context.loads, policy, now)
      : { owner: standIn.id, reason: `stands in for ${task.owner}` };
  return next.owner === task.owner
    ? task
    : { ...task, owner: next.owner, ownerReason: next.reason };
}

function assignmentOf(grievance: Grievance): Parameters<typeof chooseOwner>[0] {
  return {
    customer: grievance.customer,
    causes: grievance.causes,
    severity: grievance.severity,
    channel: grievance.touches[0]?.scored.channel ?? 'survey',
    touchpoint: grievance.touches[0]?.scored.touchpoint ?? null,
    language: languageOf(grievance),
  };
}

/** The language the customer complains in; what they prefer where it cannot be told. */
function languageOf(grievance: Grievance): string {
  const spoken = grievance.touches
    .filter((touch) => touch.reading.complaint)
    .map((touch) => touch.scored.understanding.language)
    .find((language) => language !== 'und');
  return spoken ?? grievance.customer.record?.language ?? 'und';
}
