import type { Customer, CustomerJoin, KnownIdentity } from '@redress/domain';
import { toIdentity } from '../identity/identity-row.ts';
import type { IdentityRow } from '../identity/identity-row.ts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { customerColumns, toCustomer } from './customer-row.ts';
import type { CustomerRow } from './customer-row.ts';

/** What `customers.v1` carries: the customer, what it is known by, and whom it was joined into. */
export interface PublishedCustomer extends Customer {
  readonly identities: readonly PublishedIdentity[];
  readonly mergedInto: string | null;
  /** Every time it was joined into another, with what showed it. */
  readonly joins: readonly PublishedJoin[];
}

type PublishedIdentity = Pick<KnownIdentity, 'identity' | 'verified' | 'names'>;

interface PublishedJoin extends Omit<CustomerJoin, 'from'> {
  readonly undoneAt: string | null;
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
  const identities = await identitiesOf(tx, asked);
  const joins = await joinsOf(tx, asked);
  await tx.query(
    `DELETE FROM outbox WHERE xid = pg_current_xact_id() AND topic = 'customers.v1' AND key = ANY($1::text[])`,
    [asked],
  );
  const published = rows.map((row): PublishedCustomer => ({
    ...toCustomer(row),
    mergedInto: row.merged_into,
    joins: joins.get(row.id) ?? [],
    identities: identities.get(row.id) ?? [],
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

/** By the customer that came by them, in the order of their keys. */
async function identitiesOf(
  tx: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedIdentity[]>> {
  const { rows } = await tx.query<
    Pick<IdentityRow, 'type' | 'value' | 'network' | 'customer_id' | 'verified' | 'names'>
  >(
    `SELECT type, value, network, customer_id, verified, names FROM identities
     WHERE customer_id = ANY($1::text[]) ORDER BY key COLLATE "C"`,
    [ids],
  );
  const identities = new Map<string, PublishedIdentity[]>();
  for (const row of rows) {
    const { customer_id: id, verified, names } = row;
    const ofCustomer = identities.get(id) ?? [];
    ofCustomer.push({ identity: toIdentity(row), verified, names });
    identities.set(id, ofCustomer);
  }
  return identities;
}

interface JoinRow {
  from_id: string;
  into_id: string;
  joined_at: string;
  because: CustomerJoin['because'];
  undone_at: string | null;
}

/** By the customer that was joined, in order. */
async function joinsOf(
  tx: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedJoin[]>> {
  const { rows } = await tx.query<JoinRow>(
    'SELECT * FROM customer_joins WHERE from_id = ANY($1::text[]) ORDER BY joined_at, into_id',
    [ids],
  );
  const joins = new Map<string, PublishedJoin[]>();
  for (const { from_id: from, into_id: into, joined_at: at, because, undone_at: undoneAt } of rows)
    joins.set(from, [...(joins.get(from) ?? []), { into, at, because, undoneAt }]);
  return joins;
}
