import { identityKey } from '@redress/contracts';
import type { Customer, KnownIdentity } from '@redress/domain';
import { listIdentities } from '../identity/list-identities.ts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { customerColumns, toCustomer } from './customer-row.ts';
import type { CustomerRow } from './customer-row.ts';

/** What `customers.v1` carries: the customer, what it is known by, and whom it was joined into. */
export interface PublishedCustomer extends Customer {
  readonly identities: readonly Pick<KnownIdentity, 'identity' | 'verified' | 'names'>[];
  readonly mergedInto: string | null;
}

/** Puts customers as they stand now on their topic; what the same transaction put there before is replaced. */
export async function publishCustomers(
  tx: Queryable,
  ids: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const asked = [...new Set(ids)].sort();
  if (asked.length === 0) return;
  const { rows } = await tx.query<CustomerRow & { merged_into: string | null }>(
    `SELECT ${customerColumns('c')}, c.merged_into FROM customers c WHERE c.id = ANY($1::text[]) ORDER BY c.id`,
    [asked],
  );
  const identities = await listIdentities(tx, asked);
  await tx.query(
    `DELETE FROM outbox WHERE xid = pg_current_xact_id() AND topic = 'customers.v1' AND key = ANY($1::text[])`,
    [asked],
  );
  const published = rows.map((row): PublishedCustomer => ({
    ...toCustomer(row),
    mergedInto: row.merged_into,
    identities: identities
      .filter(({ customerId }) => customerId === row.id)
      .sort((a, b) => (identityKey(a.identity) < identityKey(b.identity) ? -1 : 1))
      .map(({ identity, verified, names }) => ({ identity, verified, names })),
  }));
  // Identities and joins change without a new version of the customer, so the transaction tells one record from the next.
  await appendOutbox(
    tx,
    published.map((data) =>
      logRow(
        'customers.v1',
        { key: data.id, version: `${String(data.version)}:${stamp.transactionId}`, data },
        stamp,
      ),
    ),
    stamp,
  );
}
