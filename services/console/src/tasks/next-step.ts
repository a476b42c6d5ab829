import type { OwnerRecord, Policy } from '@redress/contracts';
import { nextEscalation } from '@redress/domain';
import type { Task } from '@redress/domain';

/** What happens by itself where nobody moves: when, and who then hears of it. Null once nothing runs. */
export function nextStep(
  task: Task,
  owners: readonly OwnerRecord[],
  policy: Policy,
): { readonly at: string; readonly text: string } | null {
  const at = nextEscalation(task, policy);
  if (at === null) return null;
  const rung = policy.ladder[task.ladder.fired] ?? policy.ladder.at(-1);
  return { at, text: `${whom(rung?.to ?? 'fallback', task, owners)} hears of it` };
}

function whom(to: string, task: Task, owners: readonly OwnerRecord[]): string {
  const nameOf = (id: string | undefined): string | undefined =>
    owners.find((owner) => owner.id === id)?.name ?? id;
  const owner = owners.find(({ id }) => id === task.owner);
  switch (to) {
    case 'owner':
      return nameOf(task.owner) ?? 'the owner';
    case 'supervisor':
      return nameOf(owner?.supervisor) ?? 'whoever the policy falls back on';
    case 'fallback':
      return 'whoever the policy falls back on';
    default:
      return to.startsWith('owner:')
        ? (nameOf(to.slice('owner:'.length)) ?? to)
        : `the team ${to.slice('team:'.length)}`;
  }
}
