import { identityKey } from '@redress/contracts';
import type { KnownIdentity } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/**
 * Writes identities as whole rows; survivors are not part of them. Answers the customers whose topic they concern: also those that lose one,
 * because a claim gave way to who proved it. To be called under the locks of the customers, and `publishCustomers` afterwards.
 */
export async function writeIdentities(
  tx: Queryable,
  identities: readonly KnownIdentity[],
): Promise<readonly string[]> {
  if (identities.length === 0) return [];
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
  return [
    ...before.rows.map((row) => row.customer_id),
    ...identities.map((known) => known.customerId),
  ];
}
