import type { Delivery } from '@redress/domain';
import { decodeCursor, pageOf } from '../page.ts';
import type { Page } from '../page.ts';
import type { Queryable } from '../queryable.ts';
import { toDelivery } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';

export interface DeliveryFilter {
  readonly state?: Delivery['state'] | undefined;
  readonly recipient?: string | undefined;
  readonly taskId?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Deliveries, the newest first. Throws REDRESS_CURSOR_INVALID for an `after` that is none of ours. */
export async function listDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
): Promise<Page<Delivery>> {
  const { state = null, recipient = null, taskId = null, after, limit } = filter;
  const [at, id] = after === undefined ? [null, null] : decodeCursor(after, 'timestamptz');
  const { rows } = await db.query<DeliveryRow>(
    `SELECT data FROM deliveries
     WHERE ($1::text IS NULL OR state = $1::text)
       AND ($2::text IS NULL OR recipient = $2::text)
       AND ($3::text IS NULL OR task_id = $3::text)
       AND ($4::timestamptz IS NULL OR (created_at, id) < ($4::timestamptz, $5::text))
     ORDER BY created_at DESC, id DESC
     LIMIT $6`,
    [state, recipient, taskId, at, id, limit + 1],
  );
  return pageOf(rows.map(toDelivery), limit, (delivery) => [delivery.createdAt, delivery.id]);
}
