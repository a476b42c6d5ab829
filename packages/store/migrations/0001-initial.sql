-- Everything the notifier and the console keep. Runs on PostgreSQL 15 and later and on PGlite alike.
-- Times are passed in, never read from the server. Whole rows of the domain are kept as jsonb beside the columns that are queried.

CREATE TABLE applied_events (
  event_id text PRIMARY KEY,
  feedback_id text NOT NULL,
  applied_at timestamptz NOT NULL
);
CREATE INDEX applied_events_by_feedback ON applied_events (feedback_id);

-- Lock rows: whoever decides for an account holds its row.
CREATE TABLE accounts (
  id text PRIMARY KEY
);

CREATE TABLE customers (
  id text PRIMARY KEY,
  account_id text,
  name text,
  record jsonb,
  sample boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 0,
  -- The profile this one was joined into, and the one that survives at the end of the chain (itself where none).
  merged_into text,
  surviving_id text NOT NULL
);
CREATE INDEX customers_by_surviving ON customers (surviving_id);
CREATE INDEX customers_by_account ON customers (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE identities (
  key text PRIMARY KEY,
  type text NOT NULL,
  value text NOT NULL,
  network text,
  customer_id text NOT NULL,
  verified boolean NOT NULL,
  names jsonb NOT NULL
);
CREATE INDEX identities_by_customer ON identities (customer_id);

CREATE TABLE customer_joins (
  from_id text NOT NULL,
  into_id text NOT NULL,
  joined_at timestamptz NOT NULL,
  because jsonb NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (from_id, into_id)
);

CREATE TABLE feedback (
  feedback_id text PRIMARY KEY,
  -- As first found by its identity; the present customer is found through customers.surviving_id.
  customer_id text NOT NULL,
  event_id text NOT NULL,
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  revision_at timestamptz NOT NULL,
  source text NOT NULL,
  channel text NOT NULL,
  outcome text,
  reason text,
  task_id text,
  severity text,
  sample boolean NOT NULL,
  historical boolean NOT NULL,
  scored jsonb NOT NULL,
  decision jsonb
);
CREATE INDEX feedback_by_customer ON feedback (customer_id, occurred_at DESC);
CREATE INDEX feedback_by_task ON feedback (task_id) WHERE task_id IS NOT NULL;

CREATE TABLE tasks (
  id text PRIMARY KEY,
  customer_id text NOT NULL,
  account_id text,
  state text NOT NULL,
  severity text NOT NULL,
  severity_rank smallint NOT NULL,
  owner text NOT NULL,
  causes jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  next_clock_at timestamptz,
  updated_at timestamptz NOT NULL,
  sample boolean NOT NULL,
  shadow boolean NOT NULL,
  version integer NOT NULL,
  data jsonb NOT NULL
);
CREATE UNIQUE INDEX tasks_one_open_per_customer ON tasks (customer_id)
  WHERE state IN ('open', 'acknowledged', 'promised', 'delivered');
CREATE INDEX tasks_by_customer ON tasks (customer_id);
CREATE INDEX tasks_by_due ON tasks (next_clock_at, id);
CREATE INDEX tasks_by_opened ON tasks (opened_at DESC, id);
CREATE INDEX tasks_by_owner ON tasks (owner, state);

CREATE TABLE clocks (
  task_id text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz,
  PRIMARY KEY (task_id, kind, key)
);
CREATE INDEX clocks_by_due ON clocks (due_at);

CREATE TABLE deliveries (
  id text PRIMARY KEY,
  task_id text,
  recipient text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  not_before timestamptz NOT NULL,
  sent_at timestamptz,
  sample boolean NOT NULL,
  version integer NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX deliveries_by_task ON deliveries (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX deliveries_by_sent ON deliveries (recipient, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX deliveries_by_created ON deliveries (created_at DESC, id DESC);
CREATE INDEX deliveries_unfinished ON deliveries (not_before) WHERE state IN ('queued', 'sending');

CREATE TABLE owners (
  id text PRIMARY KEY,
  sample boolean NOT NULL,
  version integer NOT NULL,
  data jsonb NOT NULL
);

CREATE TABLE contacts (
  id text PRIMARY KEY,
  customer_id text NOT NULL,
  at timestamptz NOT NULL,
  sample boolean NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX contacts_by_customer ON contacts (customer_id, at);

CREATE TABLE sources (
  name text PRIMARY KEY,
  live boolean NOT NULL,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE settings (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE policies (
  version text PRIMARY KEY,
  data jsonb NOT NULL,
  active boolean NOT NULL,
  activated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX policies_one_active ON policies (active) WHERE active;

CREATE TABLE theme_deltas (
  id bigserial PRIMARY KEY,
  cause text,
  touchpoint text,
  day date NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  account_id text,
  feedback_id text NOT NULL,
  count smallint NOT NULL
);
CREATE INDEX theme_deltas_by_day ON theme_deltas (day, cause, touchpoint);

CREATE TABLE outbox (
  id bigserial PRIMARY KEY,
  transaction_id text NOT NULL,
  -- The engine's own transaction: a row is read once every transaction that began before it has ended.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  destination text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  key text NOT NULL,
  value text,
  not_before timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX outbox_by_xid ON outbox (xid);

CREATE TABLE queue_messages (
  id bigserial PRIMARY KEY,
  queue text NOT NULL,
  body text NOT NULL,
  visible_at timestamptz NOT NULL,
  receive_count integer NOT NULL DEFAULT 0,
  -- Grows with every receive and is never set back, so that an old receipt stays old after a redrive.
  receipt bigint NOT NULL DEFAULT 0,
  dead boolean NOT NULL DEFAULT false
);
CREATE INDEX queue_messages_by_visible ON queue_messages (queue, visible_at, id) WHERE NOT dead;

CREATE TABLE positions (
  consumer_group text NOT NULL,
  partition_key text NOT NULL,
  next_offset bigint NOT NULL,
  PRIMARY KEY (consumer_group, partition_key)
);

CREATE TABLE dead_letters (
  topic text NOT NULL,
  partition integer NOT NULL,
  log_offset bigint NOT NULL,
  record_key text NOT NULL,
  reason text NOT NULL,
  attempts integer NOT NULL,
  bytes bytea,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, log_offset)
);

CREATE TABLE activity (
  id bigserial PRIMARY KEY,
  task_id text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX activity_by_task ON activity (task_id, id);

CREATE TABLE idempotency_keys (
  key text NOT NULL,
  route text NOT NULL,
  request_hash text NOT NULL,
  taken_at timestamptz NOT NULL,
  status integer,
  body text,
  PRIMARY KEY (key, route)
);

CREATE TABLE tokens (
  hash text PRIMARY KEY,
  kind text NOT NULL,
  owner_id text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  used_at timestamptz
);
