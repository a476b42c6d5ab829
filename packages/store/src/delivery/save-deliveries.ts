import type { Delivery } from '@redress/domain';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/**
 * Writes deliveries as whole rows and puts them on their topic. One that is queued and new, or was put to another time, goes to the work
 * queue too: the message is `{"deliveryId","version"}`.
 */
export async function saveDeliveries(
  tx: Queryable,
  deliveries: readonly Delivery[],
  stamp: Stamp,
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = [...new Map(deliveries.map((delivery) => [delivery.id, delivery])).values()];
  const before = await waiting(tx, rows);
  await upsert(tx, rows);
  await appendOutbox(
    tx,
    rows.flatMap((delivery) => [
      logRow(
        'deliveries.v1',
        { key: delivery.id, version: delivery.version, data: delivery },
        stamp,
      ),
      ...(delivery.state === 'queued' && before.get(delivery.id) !== delivery.notBefore
        ? [queueRow(delivery)]
        : []),
    ]),
    stamp,
  );
}

/** Id → time of those that are on the queue already. */
async function waiting(
  tx: Queryable,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; not_before: string }>(
    `SELECT id, not_before FROM deliveries WHERE state = 'queued' AND id = ANY($1::text[])`,
    [deliveries.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row.not_before]));
}

function queueRow({ id, version, notBefore }: Delivery): NewOutboxRow {
  return {
    destination: 'queue',
    topic: 'deliveries.v1',
    partition: 0,
    key: id,
    value: JSON.stringify({ deliveryId: id, version }),
    notBefore,
  };
}

async function upsert(tx: Queryable, deliveries: readonly Delivery[]): Promise<void> {
  const rows = deliveries.map((delivery) => ({ ...delivery, data: delivery }));
  await tx.query(
    `INSERT INTO deliveries (id, task_id, recipient, kind, state, created_at, not_before, sent_at, sample, version, data)
     SELECT id, "taskId", recipient, kind, state, "createdAt", "notBefore", "sentAt", sample, version, data
     FROM jsonb_to_recordset($1::text::jsonb) AS given (
       id text, "taskId" text, recipient text, kind text, state text, "createdAt" timestamptz,
       "notBefore" timestamptz, "sentAt" timestamptz, sample boolean, version integer, data jsonb)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET
       task_id = excluded.task_id, recipient = excluded.recipient, kind = excluded.kind, state = excluded.state,
       created_at = excluded.created_at, not_before = excluded.not_before, sent_at = excluded.sent_at,
       sample = excluded.sample, version = excluded.version, data = excluded.data`,
    [JSON.stringify(rows)],
  );
}
