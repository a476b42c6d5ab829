import type { DecisionContext } from '@redress/domain';
import { findOwners } from '../owner/find-owners.ts';
import type { Queryable } from '../queryable.ts';
import { loadLoads } from './load-loads.ts';
import { loadMembers } from './load-members.ts';
import { loadMemberTasks } from './load-member-tasks.ts';
import { loadMemberTouches } from './load-member-touches.ts';
import { loadPending } from './load-pending.ts';

/** What the store knows of a decision's context; `live` and `nameId` are the caller's. */
export type StoredContext = Omit<DecisionContext, 'live' | 'nameId'>;

/**
 * Everything that decisions about these customers (surviving ids, locked, saved) may look at; one query a noun for all of them.
 * A customer that is not there has no context.
 */
export async function loadContexts(
  tx: Queryable,
  customerIds: readonly string[],
  options: { readonly now: string },
): Promise<Map<string, StoredContext>> {
  const asked = [...new Set(customerIds)];
  if (asked.length === 0) return new Map();
  const members = await loadMembers(tx, asked, options.now);
  const all = [...new Set([...members.values()].flatMap((group) => group.map(({ id }) => id)))];
  const touches = await loadMemberTouches(tx, all, options.now);
  const tasks = await loadMemberTasks(tx, all, options.now);
  const pending = await loadPending(
    tx,
    tasks.map(({ id }) => id),
  );
  const owners = await findOwners(tx);
  const loads = await loadLoads(tx);

  const touchesOf = createPicker(touches, (touch) => touch.customerId);
  const tasksOf = createPicker(tasks, (task) => task.customerId);
  const pendingOf = createPicker(pending, ({ taskId }) => taskId ?? '');
  const contexts = new Map<string, StoredContext>();
  for (const [id, group] of members) {
    const [customer] = group;
    if (customer === undefined) continue;
    const ids = group.map((member) => member.id);
    const own = tasksOf(ids);
    contexts.set(id, {
      customer,
      members: group,
      touches: touchesOf(ids),
      tasks: own,
      pending: pendingOf(own.map((task) => task.id)),
      owners,
      loads,
    });
  }
  return contexts;
}

/** Picks the rows of some keys, in the order of all rows; without going through all of them for each. */
function createPicker<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (keys: readonly string[]) => readonly Row[] {
  const places = new Map<string, number[]>();
  for (const [place, row] of rows.entries()) {
    const ofKey = places.get(keyOf(row));
    if (ofKey === undefined) places.set(keyOf(row), [place]);
    else ofKey.push(place);
  }
  return (keys) =>
    [...new Set(keys)]
      .flatMap((key) => places.get(key) ?? [])
      .sort((a, b) => a - b)
      .flatMap((place) => rows[place] ?? []);
}
