import type { Queryable } from '../queryable.ts';

/** Rows of a store in an order that is the same for the same content, by table. */
export type StoreDump = Readonly<Record<string, readonly object[]>>;

/**
 * How each table is compared after a rebuild: a query, or null for one that is not, with the reason beside it. A table that is not named here fails the dump, so
 * that whoever adds one decides what a rebuild does with it.
 */
const QUERIES: Readonly<Record<string, string | null>> = {
  // Rows to lock, made when they are needed.
  accounts: null,
  activity: 'SELECT * FROM activity ORDER BY id',
  applied_events: 'SELECT * FROM applied_events ORDER BY event_id',
  applied_migrations: 'SELECT * FROM applied_migrations ORDER BY version',
  // A lease is a process's own; one that is gone holds none.
  clocks: 'SELECT task_id, kind, key, due_at FROM clocks ORDER BY task_id, kind, key',
  contacts: 'SELECT * FROM contacts ORDER BY id',
  customer_joins: 'SELECT * FROM customer_joins ORDER BY from_id, into_id',
  // Those that were locked and nothing more are made when they are needed.
  customers: 'SELECT * FROM customers WHERE version > 0 OR merged_into IS NOT NULL ORDER BY id',
  // Whether somebody was told is not on the topic: a rebuild takes it that somebody was.
  dead_letters: "SELECT to_jsonb(d) - 'told' AS letter FROM dead_letters d ORDER BY id",
  deliveries: "SELECT to_jsonb(d) - 'leased_until' AS delivery FROM deliveries d ORDER BY id",
  feedback: 'SELECT * FROM feedback ORDER BY feedback_id',
  // What was answered is not on the topic, only that it was.
  idempotency_keys:
    'SELECT key, route, request_hash, taken_at, status FROM idempotency_keys ORDER BY key, route',
  identities: 'SELECT * FROM identities ORDER BY key',
  // What is in it is on its way out.
  outbox: null,
  owners: 'SELECT * FROM owners ORDER BY id',
  policies: 'SELECT * FROM policies ORDER BY version',
  // The relay counts rounds that had nothing for the log too.
  positions:
    "SELECT * FROM positions WHERE consumer_group <> 'redress.relay' ORDER BY consumer_group, partition_key",
  // Made again from the deliveries that wait.
  queue_messages: null,
  settings: 'SELECT * FROM settings ORDER BY key',
  sources: 'SELECT * FROM sources ORDER BY name',
  // Of the server's own life.
  store_life: null,
  tasks: 'SELECT * FROM tasks ORDER BY id',
  // What was added and taken back is nothing; the account is the one of today.
  theme_deltas: `SELECT cause, touchpoint, day, channel, language, feedback_id, sum(count) AS count FROM theme_deltas
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0 ORDER BY 6, 1, 2, 3, 4, 5`,
  // Those of a browser and the link that start prints do not outlive the store.
  tokens: "SELECT * FROM tokens WHERE kind = 'access' ORDER BY hash",
};

/** Everything in a store that a rebuild must give again. Throws for a table that nobody decided about. */
export async function dumpStore(db: Queryable): Promise<StoreDump> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const dump: Record<string, readonly object[]> = {};
  for (const { name } of rows) {
    const sql = QUERIES[name];
    if (sql === undefined) throw new Error(`nobody decided whether a rebuild gives ${name} again`);
    if (sql !== null) dump[name] = (await db.query(sql)).rows;
  }
  return dump;
}
