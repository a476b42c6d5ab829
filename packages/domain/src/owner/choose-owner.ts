import type { Channel, OwnerRecord, Policy, RootCause, Severity } from '@redress/contracts';
import type { Customer } from '../customer/customer.ts';
import { presentOwner } from './present-owner.ts';

/** What routes look at. */
export interface Assignment {
  readonly customer: Customer;
  readonly causes: readonly RootCause[];
  readonly severity: Severity;
  readonly channel: Channel;
  readonly touchpoint: string | null;
  readonly language: string;
}

/** Who gets a task when nobody was ever entered: the first start makes this owner, and the page says so. */
export const LAST_RESORT = 'operator';

/**
 * The owner of a task and why: the customer's own, then the first route that matches, then the fallback, then whoever is present with the fewest open tasks.
 * An absent owner's stand-in takes over. Never nobody.
 */
export function chooseOwner(
  task: Assignment,
  owners: readonly OwnerRecord[],
  loads: Readonly<Record<string, number>>,
  policy: Policy,
  now: string,
): { readonly owner: string; readonly reason: string } {
  const own = task.customer.record?.owner;
  if (own !== undefined) {
    const owner = presentOwner(own, owners, now);
    if (owner !== null)
      return { owner: owner.id, reason: because('owner of this customer', own, owner.id) };
  }
  for (const route of policy.routes) {
    if (!matches(route.when, task, policy)) continue;
    const owner =
      'owner' in route.assign
        ? presentOwner(route.assign.owner, owners, now)
        : leastLoaded(ofTeam(route.assign.team, owners), task.language, loads, now);
    if (owner !== null) {
      return {
        owner: owner.id,
        reason: because(
          `rule "${route.name}"`,
          'owner' in route.assign ? route.assign.owner : owner.id,
          owner.id,
        ),
      };
    }
  }
  return fallbackOwner(task.language, owners, loads, policy, now);
}

/** Whom the policy falls back on; never nobody. */
export function fallbackOwner(
  language: string,
  owners: readonly OwnerRecord[],
  loads: Readonly<Record<string, number>>,
  policy: Policy,
  now: string,
): { readonly owner: string; readonly reason: string } {
  const fallback =
    policy.fallbackOwner === undefined ? null : presentOwner(policy.fallbackOwner, owners, now);
  if (fallback !== null)
    return {
      owner: fallback.id,
      reason: because('no rule matched: fallback', policy.fallbackOwner ?? '', fallback.id),
    };
  const present = leastLoaded(owners, language, loads, now);
  if (present !== null) {
    const why = present.languages.includes(language)
      ? `speaks ${language}, fewest open tasks`
      : 'fewest open tasks';
    return { owner: present.id, reason: `no rule matched: ${why}` };
  }
  const anybody = [...owners].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  return anybody === undefined
    ? { owner: LAST_RESORT, reason: 'no owner is entered yet' }
    : { owner: anybody.id, reason: 'everybody is absent' };
}

function because(rule: string, named: string, owner: string): string {
  return named === owner ? rule : `${rule}; ${named} is away`;
}

function ofTeam(team: string, owners: readonly OwnerRecord[]): OwnerRecord[] {
  return owners.filter((owner) => owner.teams.includes(team));
}

/** Among the present: those who speak the language first, those under their cap, then the fewest open tasks, then by id. */
function leastLoaded(
  owners: readonly OwnerRecord[],
  language: string,
  loads: Readonly<Record<string, number>>,
  now: string,
): OwnerRecord | null {
  const load = (owner: OwnerRecord): number => loads[owner.id] ?? 0;
  const rank = (owner: OwnerRecord): readonly number[] => [
    owner.cap !== undefined && load(owner) >= owner.cap ? 1 : 0,
    owner.languages.includes(language) ? 0 : 1,
    load(owner),
  ];
  const present = owners.filter(
    (owner) => owner.absentUntil === undefined || owner.absentUntil <= now,
  );
  return (
    present.sort((a, b) => {
      const [ra, rb] = [rank(a), rank(b)];
      const difference = ra
        .map((value, index) => value - (rb[index] ?? 0))
        .find((value) => value !== 0);
      return difference ?? (a.id < b.id ? -1 : 1);
    })[0] ?? null
  );
}

function matches(
  when: Policy['routes'][number]['when'],
  task: Assignment,
  policy: Policy,
): boolean {
  const { record } = task.customer;
  const has = <T>(wanted: readonly T[] | undefined, given: T | null | undefined): boolean =>
    wanted === undefined || (given !== null && given !== undefined && wanted.includes(given));
  return (
    (when.causes === undefined || when.causes.some((cause) => task.causes.includes(cause))) &&
    has(when.severities, task.severity) &&
    has(when.channels, task.channel) &&
    has(when.touchpoints, task.touchpoint) &&
    has(when.languages, task.language) &&
    has(when.regions, record?.region) &&
    has(when.accounts, task.customer.accountId) &&
    (when.minimumRevenueShare === undefined ||
      (record?.revenueShare ?? 0) >= when.minimumRevenueShare) &&
    (when.minimumValue === undefined || valueInHighs(task.customer, policy) >= when.minimumValue)
  );
}

function valueInHighs({ record }: Customer, policy: Policy): number {
  const high =
    record?.currency === undefined ? undefined : policy.value.highPerMonth[record.currency];
  return high === undefined ? 0 : (record?.valuePerMonth ?? 0) / high;
}
