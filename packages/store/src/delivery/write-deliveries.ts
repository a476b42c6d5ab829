import type { Delivery } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** Writes the rows of deliveries and nothing else. */
export async function writeDeliveries(
  tx: Queryable,
  deliveries: readonly Delivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
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
