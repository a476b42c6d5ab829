import type { OwnerRecord } from '@redress/contracts';
import type { DecisionContext } from '../decide/decision.ts';

/** Who may own what this customer says: sample owners never get a real task, and own the samples' as long as there are any. */
export function ownersFor({ customer, owners }: DecisionContext): readonly OwnerRecord[] {
  const [samples, real] = [
    owners.filter((owner) => owner.sample === true),
    owners.filter((owner) => owner.sample !== true),
  ];
  return customer.sample && samples.length > 0 ? samples : real;
}

/** Who may hold it once somebody took it in hand: a sample may be tried out by anybody, a real task is never left to people of the samples. */
export function holdersFor({ customer, owners }: DecisionContext): readonly OwnerRecord[] {
  return customer.sample ? owners : owners.filter((owner) => owner.sample !== true);
}
