import type { Queryable } from '../queryable.ts';

interface Row {
  id: string;
  surviving_id: string;
  account_id: string | null;
}

/**
 * Locks these customers, the ones they were joined into and then their accounts, each in the order of ids, so that nobody waits in a circle.
 * Rows that are missing are made (an id alone, no customer yet). `accounts`: further ones, such as that a customer is about to move to.
 * Answers id → surviving id as read under the lock; who resolved customers before resolves again if it differs.
 */
export async function lockCustomers(
  tx: Queryable,
  customerIds: readonly string[],
  options: { readonly accounts?: readonly string[] } = {},
): Promise<Map<string, string>> {
  const asked = [...new Set(customerIds)];
  await tx.query(
    `INSERT INTO customers (id, surviving_id)
     SELECT id, id FROM unnest($1::text[]) AS given (id) ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    [asked],
  );
  const { rows } = await tx.query<Row>(
    `SELECT id, surviving_id, account_id FROM customers
     WHERE id = ANY($1::text[]) OR id IN (SELECT surviving_id FROM customers WHERE id = ANY($1::text[]))
     ORDER BY id
     FOR UPDATE`,
    [asked],
  );
  const accounts = rows.flatMap((row) => (row.account_id === null ? [] : [row.account_id]));
  await lockAccounts(tx, [...accounts, ...(options.accounts ?? [])]);
  const wanted = new Set(asked);
  return new Map(rows.filter((row) => wanted.has(row.id)).map((row) => [row.id, row.surviving_id]));
}

async function lockAccounts(tx: Queryable, ids: readonly string[]): Promise<void> {
  const accounts = [...new Set(ids)];
  if (accounts.length === 0) return;
  await tx.query(
    `INSERT INTO accounts (id) SELECT id FROM unnest($1::text[]) AS given (id) ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    [accounts],
  );
  await tx.query('SELECT id FROM accounts WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE', [
    accounts,
  ]);
}
