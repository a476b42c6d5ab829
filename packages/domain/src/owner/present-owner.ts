import type { OwnerRecord } from '@redress/contracts';

/** The owner, or the first stand-in who is present; null where none is (or they stand in for each other). */
export function presentOwner(
  id: string,
  owners: readonly OwnerRecord[],
  now: string,
): OwnerRecord | null {
  const asked = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !asked.has(next)) {
    asked.add(next);
    const owner: OwnerRecord | undefined = owners.find((candidate) => candidate.id === next);
    if (owner === undefined) return null;
    if (owner.absentUntil === undefined || owner.absentUntil <= now) return owner;
    next = owner.standIn;
  }
  return null;
}
