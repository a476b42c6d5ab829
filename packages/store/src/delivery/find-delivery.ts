import type { Delivery } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { toDelivery } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** A delivery by its id, or null. */
export async function findDelivery(tx: Queryable, id: string): Promise<Delivery | null> {
  const { rows } = await tx.query<DeliveryRow>('SELECT data FROM deliveries WHERE id = $1', [id]);
  return rows[0] === undefined ? null : toDelivery(rows[0]);
}
