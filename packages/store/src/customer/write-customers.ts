import type { Customer } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** Writes customers as whole rows; joins are kept. To be called under their locks, and `publishCustomers` afterwards. */
export async function writeCustomers(tx: Queryable, customers: readonly Customer[]): Promise<void> {
  if (customers.length === 0) return;
  await tx.query(
    `INSERT INTO customers (id, surviving_id, account_id, name, record, sample, version)
     SELECT id, id, "accountId", name, nullif(record, 'null'::jsonb), sample, version
     FROM jsonb_to_recordset($1::text::jsonb)
       AS given (id text, "accountId" text, name text, record jsonb, sample boolean, version integer)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET
       account_id = excluded.account_id,
       name = excluded.name,
       record = excluded.record,
       sample = excluded.sample,
       version = excluded.version`,
    [JSON.stringify(customers)],
  );
}
