import { identityKey, strongestIdentity } from '@redress/contracts';
import type { FeedbackScored, Policy } from '@redress/contracts';
import { resolveIdentities } from '@redress/domain';
import type { CustomerJoin, KnownIdentity } from '@redress/domain';

/** A feedback as it was read from the log. */
export interface ScoredEvent {
  readonly eventId: string;
  readonly offset: number;
  readonly scored: FeedbackScored;
}

export interface BatchResolution {
  /** The surviving customer of each event, by event id. */
  readonly customerOf: ReadonlyMap<string, string>;
  /** Feedback id → the customer that its strongest identity belongs to, where joins make that another than the surviving one. */
  readonly foundAs: ReadonlyMap<string, string>;
  /** Rows to be written: those that are new or changed. */
  readonly identities: readonly KnownIdentity[];
  readonly joins: readonly CustomerJoin[];
}

export interface ResolveSettings {
  readonly at: string;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
  /** Told which event is being looked at, so that a failure can be laid to it. */
  readonly looking: (eventId: string | null) => void;
}

/** Finds the customer of every event in order; what one event shows holds for the next. `known`: the rows of all their identities. */
export function resolveBatch(
  events: readonly ScoredEvent[],
  known: readonly KnownIdentity[],
  { at, policy, nameId, looking }: ResolveSettings,
): BatchResolution {
  const stored = new Map(known.map((row) => [identityKey(row.identity), row]));
  const rows = new Map(stored);
  const joins: CustomerJoin[] = [];
  const customerOf = new Map<string, string>();

  const set = (row: KnownIdentity): void => {
    rows.set(identityKey(row.identity), row);
  };

  for (const { eventId, scored } of events) {
    looking(eventId);
    const { identities, name } = scored.customer;
    const result = resolveIdentities(
      {
        eventId,
        at,
        name,
        identities,
        fallbackId: scored.feedbackId,
      },
      identities.flatMap((identity) => rows.get(identityKey(identity)) ?? []),
      policy,
      nameId,
    );
    looking(null);
    result.identities.forEach(set);
    for (const join of result.joins) {
      joins.push(join);
      moveRows(rows, join).forEach(set);
      for (const [id, customer] of customerOf) {
        if (customer === join.from) customerOf.set(id, join.into);
      }
    }
    customerOf.set(eventId, result.customerId);
  }
  const foundAs = new Map<string, string>();
  for (const { eventId, scored } of events) {
    const strongest = strongestIdentity(scored.customer.identities);
    const found = strongest === undefined ? undefined : rows.get(identityKey(strongest));
    if (found !== undefined && found.customerId !== customerOf.get(eventId)) {
      foundAs.set(scored.feedbackId, found.customerId);
    }
  }
  return {
    customerOf,
    foundAs,
    joins,
    identities: [...rows].flatMap(([key, row]) => (isStored(row, stored.get(key)) ? [] : [row])),
  };
}

/** Whether a row says no more than what is kept of it; who survives is not. */
function isStored(row: KnownIdentity, before: KnownIdentity | undefined): boolean {
  return (
    before !== undefined &&
    row.customerId === before.customerId &&
    row.verified === before.verified &&
    row.names.length === before.names.length &&
    row.names.every((name, index) => name === before.names[index])
  );
}

/** Rows of the customer that was joined, as rows of the one that survives; a CRM id is kept by whichever had one. */
function moveRows(
  rows: ReadonlyMap<string, KnownIdentity>,
  { from, into }: CustomerJoin,
): readonly KnownIdentity[] {
  const both = [...rows.values()].filter(
    ({ survivingId }) => survivingId === from || survivingId === into,
  );
  const survivingCrm = both.find((row) => row.survivingCrm !== null)?.survivingCrm ?? null;
  return both
    .filter((row) => row.survivingId === from || row.survivingCrm !== survivingCrm)
    .map((row) => ({ ...row, survivingId: into, survivingCrm }));
}
