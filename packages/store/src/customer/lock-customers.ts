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
  const locked = new Map<string, Row>();
  const sought = new Set<string>();
  for (let ids = asked; ids.length > 0; ids = survivorsOf(locked).filter((id) => !sought.has(id))) {
    for (const id of ids) sought.add(id);
    for (const row of await lockRows(tx, ids)) locked.set(row.id, row);
    // Whoever was joined while we waited survives as somebody who is not locked yet; out of order, but a circle is noticed and run again.
  }
  const accounts = [...locked.values()].flatMap((row) => row.account_id ?? []);
  await lockAccounts(tx, [...accounts, ...(options.accounts ?? [])]);
  return new Map(
    asked.flatMap((id) => {
      const row = locked.get(id);
      return row === undefined ? [] : [[id, row.surviving_id]];
    }),
  );
}

/** These and the ones they were joined into, as far as was committed before the wait for them began. */
async function lockRows(tx: Queryable, ids: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await tx.query<Row>(
    `SELECT id, surviving_id, account_id FROM customers
     WHERE id = ANY(ARRAY(
       SELECT unnest($1::text[]) UNION SELECT surviving_id FROM customers WHERE id = ANY($1::text[])))
     ORDER BY id
     FOR UPDATE`,
    [ids],
  );
  return rows;
}

function survivorsOf(rows: ReadonlyMap<string, Row>): readonly string[] {
  return [...new Set([...rows.values()].map((row) => row.surviving_id))].filter(
    (id) => !rows.has(id),
  );
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
