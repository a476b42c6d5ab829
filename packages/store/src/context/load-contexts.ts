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

  const contexts = new Map<string, StoredContext>();
  for (const [id, group] of members) {
    const [customer] = group;
    if (customer === undefined) continue;
    const ids = new Set(group.map((member) => member.id));
    const own = tasks.filter((task) => ids.has(task.customerId));
    const taskIds = new Set(own.map((task) => task.id));
    contexts.set(id, {
      customer,
      members: group,
      touches: touches.filter((touch) => ids.has(touch.customerId)),
      tasks: own,
      pending: pending.filter(({ taskId }) => taskId !== null && taskIds.has(taskId)),
      owners,
      loads,
    });
  }
  return contexts;
}
