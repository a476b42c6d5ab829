import type { CustomerRecord, FeedbackScored, OwnerRecord, Policy } from '@redress/contracts';
import { actOnTask } from '../action/act-on-task.ts';
import type { TaskAction } from '../action/task-action.ts';
import { fireClock } from '../clock/fire-clock.ts';
import type { CustomerJoin } from '../customer/customer.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import { effectOf } from '../effect/effect-of.ts';
import type { Effect } from '../effect/effect.ts';
import { addDuration } from '../instant/add-duration.ts';
import { isOpen, type Task } from '../task/task.ts';
import { World } from './world.ts';

export interface History {
  /** In file order; `eventIndex` is the position here. `receivedAt` is when it arrives. */
  readonly feedback: readonly { readonly eventId: string; readonly scored: FeedbackScored }[];
  readonly customers: readonly CustomerRecord[];
  readonly owners: readonly OwnerRecord[];
  readonly actions: readonly PlannedAction[];
  /** What every owner is taken to do so long after a task opens. */
  readonly assume: Readonly<Partial<Record<'acknowledged' | 'promised' | 'delivered' | 'resolved', string>>>;
}

/** An action of the history, on the task that holds a feedback (by its index). */
export interface PlannedAction {
  readonly at: string;
  readonly eventIndex: number;
  readonly action: TaskAction;
}

/** An effect and the event that brought it; null for what a clock or a person did. */
export type ReplayedEffect = Effect & { readonly eventIndex: number | null };

interface Step {
  readonly at: string;
  /** At one instant a person precedes a timer, and both precede the next feedback. */
  readonly order: 0 | 2;
  readonly run: () => void;
}

/**
 * Plays a history through the real decisions on a virtual clock and hands over every effect in order of time.
 * Ends when the last feedback and action are done and every promise pending by then has come due.
 */
export function replay(history: History, policy: Policy, nameId: (name: string) => string, tell: (effect: ReplayedEffect) => void): World {
  const world = new World({ owners: history.owners, policy, nameId });
  const steps: Step[] = [];
  const first = history.feedback.map(({ scored }) => scored.receivedAt).sort()[0] ?? new Date(0).toISOString();

  const apply = (decision: Decision, eventIndex: number | null): void => {
    world.apply(decision);
    for (const effect of decision.effects) {
      tell({ ...effect, eventIndex });
      if (effect.type === 'task.opened' || effect.type === 'task.reopened') assume(effect);
    }
  };
  const act = (task: Task | undefined, action: TaskAction, at: string): void => {
    if (task === undefined) return;
    const result = actOnTask(world.contextOf(task.customerId), task.id, action, policy, at);
    if (result.ok) apply(result.decision, null);
  };
  const assume = (opened: Effect): void => {
    for (const [step, after] of Object.entries(history.assume)) {
      const at = addDuration(opened.at, after);
      insert(steps, { at, order: 0, run: () => { act(world.tasks.get(opened.taskId ?? ''), assumedAction(step, opened, at), at); } });
    }
  };

  for (const record of history.customers) {
    for (const join of world.importCustomer(record, first)) tell({ ...joinEffect(join, first), eventIndex: null });
  }
  for (const planned of history.actions) {
    const feedbackId = history.feedback[planned.eventIndex]?.scored.feedbackId;
    insert(steps, { at: planned.at, order: 0, run: () => { act(taskOf(world, feedbackId), planned.action, planned.at); } });
  }
  history.feedback.forEach(({ eventId, scored }, eventIndex) => {
    const at = scored.receivedAt;
    const run = (): void => {
      const { customer, joins } = world.meet(scored, at, eventId);
      for (const join of joins) tell({ ...joinEffect(join, at), feedbackId: scored.feedbackId, eventIndex });
      apply(decide(world.contextOf(customer.id), scored, policy, at), eventIndex);
    };
    insert(steps, { at, order: 2, run });
  });

  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    fireUntil(world, policy, step, apply);
    step.run();
    world.deliver(step.at);
  }
  fireUntil(world, policy, { at: lastPromise(world), order: 2 }, apply);
  return world;
}

/** Fires what is due before a step: at its instant too, unless the step is a person's. */
function fireUntil(world: World, policy: Policy, step: { at: string; order: 0 | 2 }, apply: (decision: Decision, eventIndex: null) => void): void {
  for (let clock = world.nextClock(); clock !== null; clock = world.nextClock()) {
    if (clock.dueAt > step.at || (clock.dueAt === step.at && step.order === 0)) return;
    world.deliver(clock.dueAt);
    const task = world.tasks.get(clock.taskId);
    if (task === undefined) return;
    apply(fireClock(world.contextOf(task.customerId), clock, policy, clock.dueAt), null);
    world.deliver(clock.dueAt);
  }
}

function lastPromise(world: World): string {
  const pending = [...world.tasks.values()].filter(isOpen).flatMap((task) => task.promises.filter((promise) => promise.status === 'pending'));
  return pending.flatMap((promise) => promise.dueAt ?? []).sort().at(-1) ?? '';
}

function taskOf(world: World, feedbackId: string | undefined): Task | undefined {
  const holding = [...world.tasks.values()].filter((task) => feedbackId !== undefined && task.touches.includes(feedbackId));
  return holding.find(isOpen) ?? holding.at(-1);
}

function assumedAction(step: string, opened: Effect, at: string): TaskAction {
  const by = opened.owner ?? 'owner';
  switch (step) {
    case 'promised':
      return { type: 'promise', by, text: 'assumed', dueAt: addDuration(at, 'P1D') };
    case 'delivered':
      return { type: 'deliver', by };
    case 'resolved':
      return { type: 'resolve', by, cause: opened.causes[0] ?? 'other', actionType: 'assumed' };
    default:
      return { type: 'acknowledge', by };
  }
}

function joinEffect(join: CustomerJoin, at: string): Effect {
  return effectOf({ type: 'customer.joined', at, customerId: join.into, join: { from: join.from, into: join.into } });
}

/** Keeps steps in order of time; equal ones in the order they were put in. */
function insert(steps: Step[], step: Step): void {
  const index = steps.findIndex((other) => other.at > step.at || (other.at === step.at && other.order > step.order));
  steps.splice(index === -1 ? steps.length : index, 0, step);
}
