import { uuidV5 } from '@redress/contracts';
import type { Policy } from '@redress/contracts';
import { RedressError } from '@redress/runtime';
import { findIdentities, lockCustomers, lockIdentities } from '@redress/store';
import type { Queryable } from '@redress/store';
import { resolveRecords } from './resolve-records.ts';
import type { RecordResolution, SoughtRecord } from './resolve-records.ts';

/**
 * Locks the identities, resolves, locks all that are concerned in the order of their ids, and resolves again: what was true before the locks may have changed.
 * Throws REDRESS_CUSTOMERS_MOVED (retryable) where it did.
 */
export async function resolveUnderLock(
  tx: Queryable,
  records: readonly SoughtRecord[],
  settings: {
    readonly at: string;
    readonly policy: Policy;
    readonly isImport: boolean;
    /** Accounts that the records name: their customers decide together. */
    readonly accounts: readonly string[];
  },
): Promise<RecordResolution> {
  const asked = records.flatMap(({ identities }) => identities);
  const resolve = async (): Promise<RecordResolution> =>
    resolveRecords(records, await findIdentities(tx, asked), {
      ...settings,
      nameId: (name) => uuidV5(name),
    });
  await lockIdentities(tx, asked);
  const before = await resolve();
  const locked = new Set(concerned(before));
  const survivors = await lockCustomers(tx, [...locked].sort(), { accounts: settings.accounts });
  for (const survivor of survivors.values()) locked.add(survivor);
  const after = await resolve();
  if (concerned(after).some((id) => !locked.has(id))) {
    throw new RedressError(
      'REDRESS_CUSTOMERS_MOVED',
      'These customers were joined by something else just now. Send it again.',
      { retryable: true },
    );
  }
  return after;
}

/** Every customer that a resolution touches. */
function concerned({ customerIds, joins }: RecordResolution): readonly string[] {
  return [...customerIds, ...joins.flatMap(({ from, into }) => [from, into])];
}
