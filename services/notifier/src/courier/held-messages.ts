import type { Delivery } from '@redress/domain';
import { listDeliveries } from '@redress/store';
import type { Queryable } from '@redress/store';
import { digestedInto } from './digest-delivery.ts';

/** Messages of an owner that are looked through for those of a digest; it is the last hour's. */
const MOST_TOLD = 500;

/** The messages that a digest tells instead of them. */
export async function heldMessages(
  tx: Queryable,
  digest: Pick<Delivery, 'id' | 'recipient'>,
): Promise<readonly Delivery[]> {
  const digested = await listDeliveries(tx, {
    recipient: digest.recipient,
    state: 'digested',
    limit: MOST_TOLD,
  });
  return digested.items.filter(({ reason }) => reason === digestedInto(digest.id));
}
