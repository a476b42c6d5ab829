import type { Customer } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { customerColumns, toCustomer } from './customer-row.ts';
import type { CustomerRow } from './customer-row.ts';

/** The customers that these ids stand for today, each once: one that was joined answers as the one that survives. Ids that were only locked are not customers yet. */
export async function findCustomers(
  tx: Queryable,
  ids: readonly string[],
): Promise<readonly Customer[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<CustomerRow>(
    `SELECT ${customerColumns('survivor')}
     FROM customers survivor
     WHERE survivor.version > 0
       AND survivor.id IN (SELECT surviving_id FROM customers WHERE id = ANY($1::text[]))
     ORDER BY survivor.id`,
    [ids],
  );
  return rows.map(toCustomer);
}
