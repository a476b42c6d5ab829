import type { CustomerJoin } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { publishCustomers } from './publish-customers.ts';

/**
 * Records joins, in order, and points everyone who survived as `from` to the survivor of `into`. Nothing else moves: feedback and identities
 * keep the customer they came by, so that a join can be taken back. To be called under the locks of all concerned.
 */
export async function saveJoins(
  tx: Queryable,
  joins: readonly CustomerJoin[],
  stamp: Stamp,
): Promise<void> {
  for (const { from, into, at, because } of joins) {
    await tx.query(
      `INSERT INTO customers (id, surviving_id) SELECT id, id FROM unnest($1::text[]) AS given (id) ORDER BY id
       ON CONFLICT (id) DO NOTHING`,
      [[from, into]],
    );
    await tx.query(
      `INSERT INTO customer_joins (from_id, into_id, joined_at, because)
       VALUES ($1, $2, $3::timestamptz, $4::text::jsonb)
       ON CONFLICT (from_id, into_id) DO UPDATE SET joined_at = excluded.joined_at, because = excluded.because, undone_at = NULL`,
      [from, into, at, JSON.stringify(because)],
    );
    await tx.query('UPDATE customers SET merged_into = $2 WHERE id = $1', [from, into]);
    await tx.query(
      `UPDATE customers SET surviving_id = (SELECT surviving_id FROM customers WHERE id = $2)
       WHERE surviving_id = (SELECT surviving_id FROM customers WHERE id = $1)`,
      [from, into],
    );
  }
  await publishCustomers(
    tx,
    joins.flatMap(({ from, into }) => [from, into]),
    stamp,
  );
}
