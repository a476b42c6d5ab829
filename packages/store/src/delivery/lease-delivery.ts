import type { Queryable } from '../queryable.ts';

/** Keeps a delivery that is being sent for its courier until an instant; of one that is not being sent any more nothing is kept. */
export async function leaseDelivery(db: Queryable, id: string, until: string): Promise<void> {
  await db.query(
    `UPDATE deliveries SET leased_until = $2::timestamptz WHERE id = $1 AND state = 'sending'`,
    [id, until],
  );
}

/** Until when somebody keeps a delivery; null where nobody does. */
export async function deliveryLease(db: Queryable, id: string): Promise<string | null> {
  const { rows } = await db.query<{ leased_until: string | null }>(
    `SELECT leased_until FROM deliveries WHERE id = $1 AND state = 'sending'`,
    [id],
  );
  return rows[0]?.leased_until ?? null;
}

/** Gives back what a courier kept that is gone; for one who knows that no other lives. */
export async function releaseDeliveryLeases(db: Queryable): Promise<void> {
  await db.query(`UPDATE deliveries SET leased_until = NULL WHERE leased_until IS NOT NULL`);
}
