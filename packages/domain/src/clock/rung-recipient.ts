import type { OwnerRecord, Policy } from '@redress/contracts';
import type { DecisionContext } from '../decide/decision.ts';
import { fallbackOwner } from '../owner/choose-owner.ts';
import { holdersFor, ownersFor } from '../owner/owners-for.ts';
import { presentOwner } from '../owner/present-owner.ts';
import type { Task } from '../task/task.ts';

/** Whom a rung tells, and why that one; never nobody: who is absent or unknown leaves it to the fallback. */
export function rungRecipient(
  to: string,
  task: Task,
  context: DecisionContext,
  policy: Policy,
  now: string,
): { readonly owner: string; readonly reason: string } {
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
