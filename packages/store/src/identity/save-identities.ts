import { identityKey } from '@redress/contracts';
import type { KnownIdentity } from '@redress/domain';
import { publishCustomers } from '../customer/publish-customers.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** Writes identities as whole rows (survivors are not part of them) and puts their customers on their topic. To be called under the locks of the customers. */
export async function saveIdentities(
  tx: Queryable,
  identities: readonly KnownIdentity[],
  stamp: Stamp,
): Promise<void> {
  if (identities.length === 0) return;
  const rows = new Map(identities.map((known) => [identityKey(known.identity), known]));
  const before = await tx.query<{ customer_id: string }>(
    'SELECT DISTINCT customer_id FROM identities WHERE key = ANY($1::text[])',
    [[...rows.keys()]],
  );
  await tx.query(
    `INSERT INTO identities (key, type, value, network, customer_id, verified, names)
     SELECT key, type, value, network, "customerId", verified, names
     FROM jsonb_to_recordset($1::text::jsonb)
       AS given (key text, type text, value text, network text, "customerId" text, verified boolean, names jsonb)
     ORDER BY key
     ON CONFLICT (key) DO UPDATE SET
       customer_id = excluded.customer_id, verified = excluded.verified, names = excluded.names`,
    [
      JSON.stringify(
        [...rows].map(([key, { identity, customerId, verified, names }]) => ({
          key,
          type: identity.type,
          value: identity.value,
          network: identity.network ?? null,
          customerId,
          verified,
          names,
        })),
      ),
    ],
  );
  // A claim that gave way to who proved it leaves a customer without it.
  const concerned = [
    ...before.rows.map((row) => row.customer_id),
    ...identities.map((known) => known.customerId),
  ];
  await publishCustomers(tx, concerned, stamp);
}
