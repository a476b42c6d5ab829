import type { KnownIdentity } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { SELECT_IDENTITIES, toKnownIdentity } from './identity-row.ts';
import type { IdentityRow } from './identity-row.ts';

/** The identities of these customers and of those that were joined into them. */
export async function listIdentities(
  db: Queryable,
  customerIds: readonly string[],
): Promise<readonly KnownIdentity[]> {
  const { rows } = await db.query<IdentityRow>(
    // As one list of ids, so that an index finds the rows; OR over two tables reads both whole.
    `${SELECT_IDENTITIES}
     WHERE i.customer_id = ANY(ARRAY(
       SELECT unnest($1::text[]) UNION SELECT id FROM customers WHERE surviving_id = ANY($1::text[])))
     ORDER BY i.key`,
    [customerIds],
  );
  return rows.map(toKnownIdentity);
}
