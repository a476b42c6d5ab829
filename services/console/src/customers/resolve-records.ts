import { identityKey } from '@redress/contracts';
import type { Identity, Policy } from '@redress/contracts';
import { resolveIdentities } from '@redress/domain';
import type { CustomerJoin, KnownIdentity } from '@redress/domain';

/** A record whose customer is sought. Identities are normalised. */
export interface SoughtRecord {
  readonly name?: string | undefined;
  readonly identities: readonly Identity[];
}

export interface RecordResolution {
  /** The surviving customer of each record, in order. */
  readonly customerIds: readonly string[];
  /** Rows to be written. */
  readonly identities: readonly KnownIdentity[];
  readonly joins: readonly CustomerJoin[];
}

/** Finds the customer of every record in order; what one record shows holds for the next. `known`: the rows of all their identities. */
export function resolveRecords(
  records: readonly SoughtRecord[],
  known: readonly KnownIdentity[],
  settings: {
    readonly at: string;
    readonly policy: Policy;
    readonly nameId: (name: string) => string;
    /** A customer import verifies its identities and joins them; anything else only looks. */
    readonly isImport: boolean;
  },
): RecordResolution {
  const { at, policy, nameId, isImport } = settings;
  const rows = new Map(known.map((row) => [identityKey(row.identity), row]));
  const changed = new Set<string>();
  const joins: CustomerJoin[] = [];
  const customerIds: string[] = [];

  const set = (row: KnownIdentity): void => {
    const key = identityKey(row.identity);
    rows.set(key, row);
    changed.add(key);
  };

  for (const { name, identities } of records) {
    const found = resolveIdentities(
      { eventId: null, at, name, identities, import: isImport, fallbackId: '' },
      identities.flatMap((identity) => rows.get(identityKey(identity)) ?? []),
      policy,
      nameId,
    );
    found.identities.forEach(set);
    for (const join of found.joins) {
      joins.push(join);
      for (const row of rows.values()) {
        if (row.survivingId === join.from) set({ ...row, survivingId: join.into });
      }
      customerIds.forEach((id, index) => {
        if (id === join.from) customerIds[index] = join.into;
      });
    }
    customerIds.push(found.customerId);
  }
  return {
    customerIds,
    joins,
    identities: [...rows.values()].filter(({ identity }) => changed.has(identityKey(identity))),
  };
}
