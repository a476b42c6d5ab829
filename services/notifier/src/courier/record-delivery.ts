import type { Policy } from '@redress/contracts';
import type { Delivery } from '@redress/domain';
import { appendActivity, findDelivery, saveDeliveries } from '@redress/store';
import type { SendOutcome } from '@redress/mail';
import type { Queryable } from '@redress/store';
import { retryDelay } from './retry-delay.ts';

export interface RecordSettings {
  readonly now: string;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
}

/** Writes down how a sending ended: sent, to be tried again, or failed. Answers the delivery's state after it. */
export async function recordDelivery(
  tx: Queryable,
  deliveryId: string,
  result: SendOutcome,
  { now, policy, nameId }: RecordSettings,
): Promise<Delivery['state'] | 'gone'> {
  const delivery = await findDelivery(tx, deliveryId);
  if (delivery === null) return 'gone';
  // Another process settled it meanwhile; what it wrote stands.
  if (delivery.state !== 'sending') return delivery.state;
  const after = afterResult(delivery, result, now);
  await saveDeliveries(tx, [after], {
    transactionId: nameId(`sent:${deliveryId}:${String(after.version)}`),
    at: now,
    policyVersion: policy.version,
    eventIds: [],
  });
  if (delivery.taskId !== null && after.state !== 'queued') {
    await appendActivity(tx, {
      taskId: delivery.taskId,
      at: now,
      actor: 'courier',
      type: `delivery.${after.state}`,
      data: {
        deliveryId,
        recipient: delivery.recipient,
        kind: delivery.kind,
        ...(after.reason === null ? {} : { reason: after.reason }),
      },
    });
  }
  return after.state;
}

function afterResult(delivery: Delivery, result: SendOutcome, now: string): Delivery {
  const next = { ...delivery, version: delivery.version + 1 };
  if (result.kind === 'accepted') return { ...next, state: 'sent', reason: null, sentAt: now };
  const wait = result.kind === 'temporary' ? retryDelay(delivery.attempts) : null;
  if (wait === null) return { ...next, state: 'failed', reason: result.reason };
  return {
    ...next,
    state: 'queued',
    reason: result.reason,
    notBefore: new Date(Date.parse(now) + wait).toISOString(),
  };
}
