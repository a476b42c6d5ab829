import { identityKey } from '@redress/contracts';
import type { Identity, Policy } from '@redress/contracts';
import { joinedCustomer } from '@redress/domain';
import type { Customer, Effect } from '@redress/domain';
import { RedressError } from '@redress/runtime';
import {
  applyDecisions,
  findCustomers,
  findIdentities,
  findShadowSources,
  loadContexts,
  lockCustomers,
  lockIdentities,
  saveProfiles,
  takeEvents,
} from '@redress/store';
import type { Queryable } from '@redress/store';
import { decideBatch } from './decide-batch.ts';
import { mergeDecisions } from './merge-decisions.ts';
import { resolveBatch } from './resolve-batch.ts';
import type { BatchResolution, ResolveSettings, ScoredEvent } from './resolve-batch.ts';

export interface BatchSettings {
  /** Of the store transaction; its outgoing rows carry it. */
  readonly transactionId: string;
  readonly now: string;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
  readonly looking: (eventId: string | null) => void;
}

/**
 * Everything a batch of scored feedback changes, in one transaction: customers found, joined and locked, every event decided, rows and outgoing
 * events written. Events that were taken before change nothing. Answers what happened, in order.
 */
export async function applyBatch(
  tx: Queryable,
  events: readonly ScoredEvent[],
  settings: BatchSettings,
): Promise<readonly Effect[]> {
  const { now, policy, transactionId } = settings;
  const taken = await takeEvents(
    tx,
    events.map(({ eventId, scored }) => ({ eventId, feedbackId: scored.feedbackId })),
    now,
  );
  const fresh = events.filter(({ eventId }) => taken.delete(eventId));
  if (fresh.length === 0) return [];

  const stamp = {
    transactionId,
    at: now,
    policyVersion: policy.version,
    eventIds: fresh.map(({ eventId }) => eventId),
  };
  const resolution = await resolveUnderLock(tx, fresh, { ...settings, at: now });
  const { customerOf, identities, joins } = resolution;
  const customers = await changedCustomers(tx, fresh, resolution);
  await saveProfiles(tx, { customers, identities, joins }, stamp);

  const customerIds = [...new Set(customerOf.values())];
  const contexts = await loadContexts(tx, customerIds, { now });
  const sources = [...new Set(fresh.map(({ scored }) => scored.source))];
  const inShadow = await findShadowSources(tx, sources);
  const decisions = decideBatch(fresh, customerOf, joins, contexts, {
    ...settings,
    isLive: (source) => !inShadow.has(source),
  });
  const decision = mergeDecisions(decisions);
  await applyDecisions(tx, [decision], { ...stamp, policy, foundAs: resolution.foundAs });
  return decision.effects;
}

/** Locks the identities, resolves, locks all that are concerned in the order of their ids, and resolves again: what was true before the locks may have changed. */
async function resolveUnderLock(
  tx: Queryable,
  events: readonly ScoredEvent[],
  settings: ResolveSettings,
): Promise<BatchResolution> {
  const asked = distinct(events.flatMap(({ scored }) => scored.customer.identities));
  await lockIdentities(tx, asked);
  const before = resolveBatch(events, await findIdentities(tx, asked), settings);
  const locked = new Set(concerned(before));
  const survivors = await lockCustomers(tx, [...locked].sort());
  for (const survivor of survivors.values()) locked.add(survivor);
  const after = resolveBatch(events, await findIdentities(tx, asked), settings);
  if (concerned(after).some((id) => !locked.has(id))) {
    throw new RedressError(
      'REDRESS_CUSTOMERS_MOVED',
      'Customers were joined elsewhere meanwhile. The batch is tried again by itself.',
      { retryable: true },
    );
  }
  return after;
}

function concerned({ customerOf, joins }: BatchResolution): readonly string[] {
  return [...customerOf.values(), ...joins.flatMap(({ from, into }) => [from, into])];
}

function distinct(identities: readonly Identity[]): readonly Identity[] {
  return [...new Map(identities.map((identity) => [identityKey(identity), identity])).values()];
}

/** Customers seen for the first time, those whose name was not known until now, and what a joined one brings to the one that survives. */
async function changedCustomers(
  tx: Queryable,
  events: readonly ScoredEvent[],
  { customerOf, joins }: BatchResolution,
): Promise<readonly Customer[]> {
  const ids = new Set([...customerOf.values(), ...joins.flatMap(({ from, into }) => [from, into])]);
  const known = new Map((await findCustomers(tx, [...ids])).map((row) => [row.id, row]));
  const changed = new Map<string, Customer>();
  const current = (id: string): Customer | undefined => changed.get(id) ?? known.get(id);
  const change = (customer: Customer): void => {
    changed.set(customer.id, { ...customer, version: (known.get(customer.id)?.version ?? 0) + 1 });
  };

  for (const { from, into } of joins) {
    const [gone, kept] = [current(from), current(into)];
    if (gone !== undefined) change(joinedCustomer(gone, kept, into));
  }
  for (const { eventId, scored } of events) {
    const id = customerOf.get(eventId) ?? '';
    const customer = current(id);
    const name = scored.customer.name ?? null;
    if (customer === undefined) {
      change({
        id,
        accountId: null,
        name,
        record: null,
        sample: scored.sample === true,
        version: 1,
      });
    } else if (customer.name === null && name !== null) {
      change({ ...customer, name });
    }
  }
  return [...changed.values()];
}
