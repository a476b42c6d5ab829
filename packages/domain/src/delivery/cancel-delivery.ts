import type { Delivery } from './delivery.ts';

/** A delivery that will not start, and why. */
export function cancelDelivery(delivery: Delivery, reason: string): Delivery {
  return { ...delivery, state: 'cancelled', reason, version: delivery.version + 1 };
}
