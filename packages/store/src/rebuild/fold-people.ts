import { identityKey } from '@redress/contracts';
import { foldTopic } from './fold-topic.ts';
import type { FoldContext } from './fold-topic.ts';

/** Owners as they stand. */
export async function foldOwners(context: FoldContext): Promise<void> {
  await foldTopic(context, 'owners.v1', {
    async write(tx, records) {
      const rows = records.map(({ data: { version, ...owner } }) => ({
        id: owner.id,
        sample: owner.sample === true,
        version,
        data: owner,
      }));
      await tx.query(
        `INSERT INTO owners (id, sample, version, data)
         SELECT id, sample, version, data
         FROM jsonb_to_recordset($1::text::jsonb) AS given (id text, sample boolean, version integer, data jsonb)`,
        [JSON.stringify(rows)],
      );
    },
  });
}

/** What the company sent or said. */
export async function foldContacts(context: FoldContext): Promise<void> {
  await foldTopic(context, 'contacts.v1', {
    async write(tx, records) {
      const rows = records.map(({ data }) => ({ ...data, sample: data.sample === true, data }));
      await tx.query(
        `INSERT INTO contacts (id, customer_id, at, sample, data)
         SELECT id, "customerId", at, sample, data
         FROM jsonb_to_recordset($1::text::jsonb)
           AS given (id text, "customerId" text, at timestamptz, sample boolean, data jsonb)`,
        [JSON.stringify(rows)],
      );
    },
  });
}

/** Customers, what they are known by and whom they were joined into; at the end who survives, and the accounts that are locked for them. */
export async function foldCustomers(context: FoldContext): Promise<void> {
  const { database } = context;
  await foldTopic(context, 'customers.v1', {
    async write(tx, records) {
      const customers = records.map(({ data }) => data);
      await tx.query(
        `INSERT INTO customers (id, account_id, name, record, sample, version, merged_into, surviving_id)
         SELECT id, "accountId", name, nullif(record, 'null'::jsonb), sample, version, "mergedInto", id
         FROM jsonb_to_recordset($1::text::jsonb) AS given (
           id text, "accountId" text, name text, record jsonb, sample boolean, version integer, "mergedInto" text)`,
        [JSON.stringify(customers)],
      );
      const identities = customers.flatMap(({ id, identities: all }) =>
        all.map(({ identity, verified, names }) => ({
          key: identityKey(identity),
          ...identity,
          customer_id: id,
          verified,
          names,
        })),
      );
      await tx.query(
        `INSERT INTO identities (key, type, value, network, customer_id, verified, names)
         SELECT key, type, value, network, customer_id, verified, names
         FROM jsonb_to_recordset($1::text::jsonb) AS given (
           key text, type text, value text, network text, customer_id text, verified boolean, names jsonb)
         ON CONFLICT (key) DO NOTHING`,
        [JSON.stringify(identities)],
      );
      const joins = customers.flatMap(({ id, joins: all = [] }) =>
        all.map((join) => ({ from: id, ...join })),
      );
      await tx.query(
        `INSERT INTO customer_joins (from_id, into_id, joined_at, because, undone_at)
         SELECT "from", "into", at, because, "undoneAt"
         FROM jsonb_to_recordset($1::text::jsonb)
           AS given ("from" text, "into" text, at timestamptz, because jsonb, "undoneAt" timestamptz)`,
        [JSON.stringify(joins)],
      );
    },
  });
  await database.query(SURVIVORS);
  await database.query(
    `INSERT INTO accounts (id) SELECT DISTINCT account_id FROM customers WHERE account_id IS NOT NULL
     ON CONFLICT (id) DO NOTHING`,
  );
}

/** UNION, so that a circle ends. */
const SURVIVORS = `
  WITH RECURSIVE chain (id, at, next) AS (
    SELECT id, merged_into, (SELECT merged_into FROM customers c WHERE c.id = customers.merged_into)
    FROM customers WHERE merged_into IS NOT NULL
    UNION
    SELECT chain.id, chain.next, c.merged_into FROM chain JOIN customers c ON c.id = chain.next
  )
  UPDATE customers SET surviving_id = chain.at FROM chain
  WHERE chain.id = customers.id AND chain.next IS NULL AND chain.at IS NOT NULL`;
