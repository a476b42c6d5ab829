import type { Clock, Logger } from '@redress/runtime';
import { leaseDelivery } from '@redress/store';
import type { Database } from '@redress/store';
import { LEASE_MS, leaseEnd } from './start-delivery.ts';

/** Keeps a delivery that is being sent for this courier until the returned function is called; a renewal that fails is tried at the next. */
export function keepLease(
  deliveryId: string,
  {
    database,
    clock,
    logger,
  }: { readonly database: Database; readonly clock: Clock; readonly logger: Logger },
): () => void {
  const ended = new AbortController();
  const renew = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(LEASE_MS / 3, ended.signal);
      if (ended.signal.aborted) return;
      try {
        await leaseDelivery(database, deliveryId, leaseEnd(clock.now()));
      } catch (err) {
        logger.warn({ err, deliveryId }, 'lease of a delivery could not be renewed');
      }
    }
  };
  void renew();
  return () => {
    ended.abort();
  };
}
