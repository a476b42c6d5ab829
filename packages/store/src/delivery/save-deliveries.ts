import type { Delivery } from '@redress/domain';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { writeDeliveries } from './write-deliveries.ts';

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
  await writeDeliveries(tx, rows);
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
