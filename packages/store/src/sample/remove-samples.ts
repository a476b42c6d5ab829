import type { TopicName } from '@redress/contracts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { tombstoneRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** How many samples of each kind were taken away. */
export interface RemovedSamples {
  /** Whose mails may still lie in the outbox. */
  readonly deliveryIds: readonly string[];
  readonly feedback: number;
  readonly tasks: number;
  readonly deliveries: number;
  readonly customers: number;
  readonly owners: number;
  readonly contacts: number;
}

/**
 * Takes every sample away, here and (by tombstones) from the log. A sample customer who has real feedback or contacts stays.
 * Ids of applied events stay, so that a sample that is read again has no effect.
 */
export async function removeSamples(tx: Queryable, stamp: Stamp): Promise<RemovedSamples> {
  const events = await sampleEvents(tx);
  const alerts = await keysOf(
    tx,
    `SELECT a.data ->> 'alertId' AS key FROM activity a JOIN tasks t ON t.id = a.task_id
     WHERE t.sample AND a.data ? 'alertId'`,
  );
  await tx.query('DELETE FROM clocks WHERE task_id IN (SELECT id FROM tasks WHERE sample)');
  // A record has the key of its first line; which lines those are is not kept, so each is named.
  const activity = await keysOf(
    tx,
    `DELETE FROM activity WHERE task_id IN (SELECT id FROM tasks WHERE sample)
     RETURNING task_id || ':' || id AS key`,
  );
  const deadLetters = await keysOf(
    tx,
    'DELETE FROM dead_letters WHERE sample RETURNING feedback_id AS key',
  );
  const feedback = await keysOf(
    tx,
    'DELETE FROM feedback WHERE sample RETURNING feedback_id AS key',
  );
  const deliveries = await keysOf(
    tx,
    `DELETE FROM deliveries WHERE sample OR task_id IN (SELECT id FROM tasks WHERE sample) RETURNING id AS key`,
  );
  const tasks = await keysOf(tx, 'DELETE FROM tasks WHERE sample RETURNING id AS key');
  const contacts = await keysOf(tx, 'DELETE FROM contacts WHERE sample RETURNING id AS key');
  const customers = await removeCustomers(tx);
  const owners = await keysOf(
    tx,
    `DELETE FROM owners WHERE sample
       AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.owner = owners.id) RETURNING id AS key`,
  );
  const entities: readonly (readonly [TopicName, readonly string[]])[] = [
    ['feedback.decided.v1', feedback],
    ['alerts.v1', alerts],
    ['tasks.v1', tasks],
    ['task-activity.v1', activity],
    ['deliveries.v1', deliveries],
    ['contacts.v1', contacts],
    ['customers.v1', customers],
    ['owners.v1', owners],
    ['dead-letters.v1', deadLetters],
  ];
  await appendOutbox(
    tx,
    [
      ...events,
      ...entities.flatMap(([topic, keys]) =>
        [...new Set(keys)].map((key) => tombstoneRow(topic, key)),
      ),
    ],
    stamp,
  );
  return {
    deliveryIds: deliveries,
    feedback: feedback.length,
    tasks: tasks.length,
    deliveries: deliveries.length,
    customers: customers.length,
    owners: owners.length,
    contacts: contacts.length,
  };
}

/** Tombstones for all revisions of the samples on the two topics that brought them. */
async function sampleEvents(tx: Queryable): Promise<NewOutboxRow[]> {
  const { rows } = await tx.query<{ event_id: string; partition: number }>(
    `SELECT e.event_id, (f.scored ->> 'partition')::integer AS partition
     FROM feedback f JOIN applied_events e ON e.feedback_id = f.feedback_id
     WHERE f.sample ORDER BY e.event_id`,
  );
  return (['feedback.received.v1', 'feedback.scored.v1'] as const).flatMap((topic) =>
    rows.map((row) => tombstoneRow(topic, row.event_id, row.partition)),
  );
}

async function removeCustomers(tx: Queryable): Promise<readonly string[]> {
  const customers = await keysOf(
    tx,
    `DELETE FROM customers c WHERE c.sample
       AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.customer_id = c.id)
       AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.customer_id = c.id)
       AND NOT EXISTS (SELECT 1 FROM contacts o WHERE o.customer_id = c.id)
       AND NOT EXISTS (SELECT 1 FROM customers m WHERE m.surviving_id = c.id AND m.id <> c.id AND NOT m.sample)
     RETURNING c.id AS key`,
  );
  await tx.query('DELETE FROM identities WHERE customer_id = ANY($1::text[])', [customers]);
  await tx.query(
    'DELETE FROM customer_joins WHERE from_id = ANY($1::text[]) OR into_id = ANY($1::text[])',
    [customers],
  );
  return customers;
}

async function keysOf(tx: Queryable, sql: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ key: string }>(sql);
  return rows.map((row) => row.key);
}
