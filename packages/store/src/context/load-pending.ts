import type { Delivery } from '@redress/domain';
import { toDelivery } from '../delivery/delivery-row.ts';
import type { DeliveryRow } from '../delivery/delivery-row.ts';
import type { Queryable } from '../queryable.ts';

/** Deliveries of tasks that have not started. */
export async function loadPending(
  tx: Queryable,
  taskIds: readonly string[],
): Promise<readonly Delivery[]> {
  if (taskIds.length === 0) return [];
  const { rows } = await tx.query<DeliveryRow>(
    `SELECT data FROM deliveries WHERE state = 'queued' AND task_id = ANY($1::text[]) ORDER BY created_at, id`,
    [taskIds],
  );
  return rows.map(toDelivery);
}
