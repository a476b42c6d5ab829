import { normaliseIdentity, sampleIdentity } from '@redress/contracts';
import type { CustomerRecord } from '@redress/contracts';
import { joinedCustomer } from '@redress/domain';
import type { Customer } from '@redress/domain';
import { findCustomers, saveProfiles } from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { decideAgain } from '../decide-again.ts';
import { resolveUnderLock } from './resolve-under-lock.ts';

export interface SavedRecord {
  readonly customerId: string;
  /** Profiles that this import found to be the same customer. */
  readonly joined: readonly string[];
}

/**
 * Keeps customer records: one record is one customer, all its identities verified. Fields that a record leaves out keep their value.
 * Customers with open tasks are decided again: value, renewal or a join may change severity and owner.
 */
export async function saveRecords(
  tx: Queryable,
  records: readonly CustomerRecord[],
  stamp: Stamp,
  { policy }: Pick<ConsoleDependencies, 'policy'>,
): Promise<readonly SavedRecord[]> {
  const cleaned = records.map((record) =>
    record.sample === true ? apart(normalised(record)) : normalised(record),
  );
  const { customerIds, identities, joins } = await resolveUnderLock(tx, cleaned, {
    at: stamp.at,
    policy,
    isImport: true,
    accounts: cleaned.flatMap(({ account }) => account ?? []),
  });

  const gone = new Set(joins.map(({ from }) => from));
  const involved = [...new Set([...customerIds, ...joins.map(({ into }) => into), ...gone])];
  const known = new Map<string, Customer>();
  // One by one: what is looked for is each profile as it stands, before the joins below.
  for (const customer of await findCustomers(tx, involved)) known.set(customer.id, customer);
  const changed = new Map<string, Customer>();
  for (const { from, into } of joins) {
    const lost = changed.get(from) ?? known.get(from);
    const kept = changed.get(into) ?? known.get(into);
    if (lost !== undefined) {
      const version = (known.get(into)?.version ?? 0) + 1;
      changed.set(into, { ...joinedCustomer(lost, kept, into), version });
    }
  }
  cleaned.forEach((record, index) => {
    const id = customerIds[index] ?? '';
    const before = changed.get(id) ?? known.get(id);
    changed.set(id, {
      id,
      accountId: record.account ?? before?.accountId ?? null,
      name: record.name ?? before?.name ?? null,
      record: { ...before?.record, ...record },
      sample: record.sample ?? false,
      version: (known.get(id)?.version ?? 0) + 1,
    });
  });

  const customers = [...changed.values()].filter(({ id }) => !gone.has(id));
  await saveProfiles(tx, { customers, identities, joins }, stamp);
  await decideAgain(tx, [...new Set(customerIds)], stamp, policy);
  return customerIds.map((customerId) => ({
    customerId,
    joined: joins.filter(({ into }) => into === customerId).map(({ from }) => from),
  }));
}

function normalised(record: CustomerRecord): CustomerRecord {
  return {
    ...record,
    identities: record.identities.map((identity) => ({
      ...normaliseIdentity(identity),
      verified: true,
    })),
  };
}

/** A sample shares neither an identity nor an account with anybody real. */
function apart(record: CustomerRecord): CustomerRecord {
  return {
    ...record,
    identities: record.identities.map(sampleIdentity),
    ...(record.account === undefined ? {} : { account: `sample:${record.account}` }),
  };
}
