import type {
  CustomerRecord,
  FeedbackScored,
  Identity,
  OwnerRecord,
  Policy,
} from '@redress/contracts';
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
import { QueueByOrder } from './queue-by-order.ts';
import { World } from './world.ts';

export interface History {
  /** In file order. `receivedAt` is when it arrives; `eventIndex` is where it stood in its file (absent: its position here). */
  readonly feedback: readonly {
    readonly eventId: string;
    readonly scored: FeedbackScored;
    readonly eventIndex?: number;
  }[];
  readonly customers: readonly CustomerRecord[];
  readonly owners: readonly OwnerRecord[];
  readonly actions: readonly PlannedAction[];
  /** What every owner is taken to do so long after a task opens. */
  readonly assume: Readonly<
    Partial<Record<'acknowledged' | 'promised' | 'delivered' | 'resolved', string>>
  >;
}

/** An action of the history, on the task that holds a feedback (by its index) or on the customer's open one. */
export interface PlannedAction {
  readonly at: string;
  readonly on: { readonly eventIndex: number } | { readonly customer: Identity };
  /** Without `by` it is the task's owner who acts. */
  readonly action: TaskAction | ((owner: string) => TaskAction);
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
 * `refused` hears of planned actions that changed nothing, and why.
 */
export function replay(
  history: History,
  policy: Policy,
  nameId: (name: string) => string,
  tell: (effect: ReplayedEffect) => void,
  refused: (planned: PlannedAction, message: string) => void = () => undefined,
): World {
  const world = new World({ owners: history.owners, policy, nameId });
  const steps = new QueueByOrder<Step>((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order,
  );
  const indexed = history.feedback.map((entry, position) => ({
    ...entry,
    eventIndex: entry.eventIndex ?? position,
  }));
  const feedbackIds = new Map(
    indexed.map(({ eventIndex, scored }) => [eventIndex, scored.feedbackId]),
  );
  const first =
    history.feedback.reduce(
      (least, { scored }) =>
        least === '' || scored.receivedAt < least ? scored.receivedAt : least,
      '',
    ) || new Date(0).toISOString();

  const apply = (decision: Decision, eventIndex: number | null): void => {
    world.apply(decision);
    for (const effect of decision.effects) {
      tell({ ...effect, eventIndex });
      if (effect.type === 'task.opened' || effect.type === 'task.reopened') assume(effect);
    }
  };
  /** Null where it was done. */
  const act = (task: Task | undefined, action: TaskAction, at: string): string | null => {
    if (task === undefined) return 'There is no such task at that time.';
    const result = actOnTask(world.contextOf(task.customerId), task.id, action, policy, at);
    if (!result.ok) return result.message;
    apply(result.decision, null);
    return null;
  };
  const assume = (opened: Effect): void => {
    for (const [step, after] of Object.entries(history.assume)) {
      const at = addDuration(opened.at, after);
      steps.add({
        at,
        order: 0,
        run: () =>
          void act(world.tasks.get(opened.taskId ?? ''), assumedAction(step, opened, at), at),
      });
    }
  };
  const actAsPlanned = (planned: PlannedAction): void => {
    const task =
      'customer' in planned.on
        ? taskOfCustomer(world, planned.on.customer)
        : taskOf(world, feedbackIds.get(planned.on.eventIndex));
    const action =
      typeof planned.action === 'function'
        ? planned.action(task?.owner ?? 'owner')
        : planned.action;
    const refusal = act(task, action, planned.at);
    if (refusal !== null) refused(planned, refusal);
  };

  for (const record of history.customers) {
    for (const join of world.importCustomer(record, first))
      tell({ ...joinEffect(join, first), eventIndex: null });
  }
  for (const planned of history.actions) {
    steps.add({
      at: planned.at,
      order: 0,
      run: () => {
        actAsPlanned(planned);
      },
    });
  }
  for (const { eventId, scored, eventIndex } of indexed) {
    const at = scored.receivedAt;
    const run = (): void => {
      const { customer, joins } = world.meet(scored, at, eventId);
      for (const join of joins)
        tell({ ...joinEffect(join, at), feedbackId: scored.feedbackId, eventIndex });
      apply(decide(world.contextOf(customer.id), scored, policy, at), eventIndex);
    };
    steps.add({ at, order: 2, run });
  }

  let now = first;
  /** Fires the next clock that is due before a step: at its instant too, unless the step is a person's. Tells whether there was one. */
  const fireBefore = (step: Pick<Step, 'at' | 'order'>): boolean => {
    const clock = world.nextClock();
    if (clock === null || clock.dueAt > step.at || (clock.dueAt === step.at && step.order === 0))
      return false;
    // What was due before we heard of it runs out when we do: time never goes back.
    if (clock.dueAt > now) now = clock.dueAt;
    world.deliver(now);
    world.takeClock();
    const task = world.tasks.get(clock.taskId);
    if (task !== undefined)
      apply(fireClock(world.contextOf(task.customerId), clock, policy, now), null);
    world.deliver(now);
    return true;
  };
  for (let step = steps.peek(); step !== undefined; step = steps.peek()) {
    if (fireBefore(step)) continue;
    steps.take();
    if (step.at > now) now = step.at;
    step.run();
    world.deliver(step.at);
  }
  const end: Pick<Step, 'at' | 'order'> = { at: lastPromise(world), order: 2 };
  while (fireBefore(end));
  return world;
}

function lastPromise(world: World): string {
  const pending = [...world.tasks.values()]
    .filter(isOpen)
    .flatMap((task) => task.promises.filter((promise) => promise.status === 'pending'));
  return (
    pending
      .flatMap((promise) => promise.dueAt ?? [])
      .sort()
      .at(-1) ?? ''
  );
}

function taskOf(world: World, feedbackId: string | undefined): Task | undefined {
  const holding = feedbackId === undefined ? [] : world.tasksHolding(feedbackId);
  return holding.find(isOpen) ?? holding.at(-1);
}

function taskOfCustomer(world: World, identity: Identity): Task | undefined {
  const customerId = world.customerBy(identity);
  const tasks = customerId === undefined ? [] : world.tasksOf(customerId);
  return tasks.find(isOpen) ?? tasks.at(-1);
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
  return effectOf({
    type: 'customer.joined',
    at,
    customerId: join.into,
    join: { from: join.from, into: join.into },
  });
}
