import type { Policy } from '@redress/contracts';
import { afterImport, decide, effectOf, isOpen, withDecision } from '@redress/domain';
import type { CustomerJoin, Decision, DecisionContext, Effect } from '@redress/domain';
import type { StoredContext } from '@redress/store';
import type { ScoredEvent } from './resolve-batch.ts';

export interface DecideSettings {
  readonly policy: Policy;
  readonly now: string;
  readonly nameId: (name: string) => string;
  /** Whether mails may go out for feedback of a source. */
  readonly isLive: (source: string) => boolean;
  /** Told which event is being looked at, so that a failure can be laid to it. */
  readonly looking: (eventId: string | null) => void;
}

/**
 * Decides about a batch in order, each event seeing what the ones before it changed.
 * `contexts`: one for each surviving customer, all read after the joins. Pure.
 */
export function decideBatch(
  events: readonly ScoredEvent[],
  customerOf: ReadonlyMap<string, string>,
  joins: readonly CustomerJoin[],
  contexts: ReadonlyMap<string, StoredContext>,
  { policy, now, nameId, isLive, looking }: DecideSettings,
): readonly Decision[] {
  const current = new Map(contexts);
  const seenBy = indexOf(contexts);
  // The same for all of them, so it is kept once.
  let loads = [...contexts.values()][0]?.loads ?? {};
  const decisions: Decision[] = [];

  const contextOf = (customerId: string, live: boolean): DecisionContext => {
    const context = current.get(customerId);
    if (context === undefined) throw new Error('a customer of the batch has no context');
    return { ...context, loads, live, nameId };
  };
  const apply = (decided: DecisionContext, decision: Decision): void => {
    decisions.push(decision);
    loads = shifted(loads, loadShift(decided.tasks, decision.tasks));
    const told = new Set([...decision.touches, ...decision.tasks].map((row) => row.customerId));
    if (told.size === 0) return;
    const { accountId } = decided.customer;
    for (const customerId of seenBy.whoSees(told, accountId)) {
      const before = current.get(customerId);
      if (before === undefined) continue;
      const ofAccount = accountId !== null && before.customer.accountId === accountId;
      // Who had said nothing yet when the contexts were read is a colleague to look at from now on.
      const context = ofAccount ? withColleagues(before, decided) : before;
      if (!told.has(customerId) && !context.members.some(({ id }) => told.has(id))) continue;
      const next = withDecision({ ...context, live: true, nameId }, decision);
      current.set(customerId, next);
      seenBy.add(customerId, next);
    }
  };

  for (const { eventId, scored } of events) {
    looking(eventId);
    const context = contextOf(customerOf.get(eventId) ?? '', isLive(scored.source));
    const shown = joins.filter(({ because }) => because.eventId === eventId);
    const decided = decide(context, scored, policy, now);
    // An older revision changes nothing by itself; what it shows about who is who still does.
    const decision =
      shown.length > 0 && isEmpty(decided) ? afterImport(context, policy, now) : decided;
    const told = shown.map((join) => joinEffect(join, scored.feedbackId, now));
    apply(context, { ...decision, effects: [...told, ...decision.effects] });
  }
  looking(null);
  return decisions;
}

/** Which contexts look at a customer, so that a decision does not go through all of them. */
interface ContextIndex {
  whoSees(customerIds: ReadonlySet<string>, accountId: string | null): ReadonlySet<string>;
  add(customerId: string, context: StoredContext): void;
}

function indexOf(contexts: ReadonlyMap<string, StoredContext>): ContextIndex {
  const byMember = new Map<string, Set<string>>();
  const byAccount = new Map<string, Set<string>>();
  const put = (index: Map<string, Set<string>>, key: string, customerId: string): void => {
    const ids = index.get(key);
    if (ids === undefined) index.set(key, new Set([customerId]));
    else ids.add(customerId);
  };
  const add = (customerId: string, { customer, members }: StoredContext): void => {
    put(byMember, customerId, customerId);
    for (const { id } of members) put(byMember, id, customerId);
    if (customer.accountId !== null) put(byAccount, customer.accountId, customerId);
  };
  for (const [customerId, context] of contexts) add(customerId, context);
  return {
    add,
    whoSees: (customerIds, accountId) =>
      new Set([
        ...[...customerIds].flatMap((id) => [...(byMember.get(id) ?? [])]),
        ...(accountId === null ? [] : (byAccount.get(accountId) ?? [])),
      ]),
  };
}

/** A context with what is known of colleagues that another of the same account looked at. */
function withColleagues(context: StoredContext, other: StoredContext): StoredContext {
  const known = new Set(context.members.map(({ id }) => id));
  const added = new Set(other.members.map(({ id }) => id).filter((id) => !known.has(id)));
  if (added.size === 0) return context;
  const ofAdded = ({ customerId }: { readonly customerId: string }): boolean =>
    added.has(customerId);
  const tasks = other.tasks.filter(
    (task) => ofAdded(task) && !context.tasks.some(({ id }) => id === task.id),
  );
  const taskIds = new Set(tasks.map(({ id }) => id));
  return {
    ...context,
    members: [...context.members, ...other.members.filter(({ id }) => added.has(id))],
    touches: [...context.touches, ...other.touches.filter(ofAdded)],
    tasks: [...context.tasks, ...tasks],
    pending: [
      ...context.pending,
      ...other.pending.filter(({ taskId }) => taskId !== null && taskIds.has(taskId)),
    ],
  };
}

function isEmpty({ touches, tasks, effects }: Decision): boolean {
  return touches.length + tasks.length + effects.length === 0;
}

function joinEffect({ from, into }: CustomerJoin, feedbackId: string, at: string): Effect {
  return effectOf({
    type: 'customer.joined',
    at,
    feedbackId,
    customerId: into,
    join: { from, into },
  });
}

/** By how much the number of an owner's open tasks changes. */
function loadShift(
  before: Decision['tasks'],
  changed: Decision['tasks'],
): ReadonlyMap<string, number> {
  const shift = new Map<string, number>();
  const count = (owner: string, by: number): void => {
    shift.set(owner, (shift.get(owner) ?? 0) + by);
  };
  for (const task of changed) {
    const old = before.find(({ id }) => id === task.id);
    if (old !== undefined && isOpen(old)) count(old.owner, -1);
    if (isOpen(task)) count(task.owner, 1);
  }
  return shift;
}

function shifted(
  loads: StoredContext['loads'],
  shift: ReadonlyMap<string, number>,
): StoredContext['loads'] {
  if (shift.size === 0) return loads;
  const next: Record<string, number> = { ...loads };
  for (const [owner, by] of shift) next[owner] = Math.max(0, (next[owner] ?? 0) + by);
  return next;
}
