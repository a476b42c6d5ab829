import type { Policy } from '@redress/contracts';
import { cancelDelivery, courierVerdict } from '@redress/domain';
import type { Delivery, Task } from '@redress/domain';
import {
  deliveryLease,
  findDelivery,
  findTask,
  leaseDelivery,
  lockCustomers,
  saveDeliveries,
  sentInLastHour,
} from '@redress/store';
import type { Queryable } from '@redress/store';
import type { DeliveryMaterial } from './compose-delivery.ts';
import { addToDigest, endOfHour } from './digest-delivery.ts';
import { loadMaterial } from './load-material.ts';

export interface StartSettings {
  readonly now: string;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
}

/** How long a delivery that is being sent is its courier's alone; renewed while it goes on. One whose courier died is taken up after it. */
export const LEASE_MS = 20_000;

/** Until when a lease that is taken now holds. */
export function leaseEnd(now: string): string {
  return new Date(Date.parse(now) + LEASE_MS).toISOString();
}

/** What became of a delivery whose turn it was. */
export type Start =
  /** It is settled, here or before; `outcome` is its state, or why there is nothing to do. */
  | { readonly kind: 'settled'; readonly outcome: string }
  | { readonly kind: 'later'; readonly until: string }
  /** Its start is committed: compose and send it. */
  | { readonly kind: 'send'; readonly material: DeliveryMaterial };

/**
 * Judges a delivery under the lock of its task's customer and writes down its start; what this transaction does not let start never does.
 * One that was starting when the process stopped is sent again under the same Message-ID, once its courier's lease has run out.
 */
export async function startDelivery(
  tx: Queryable,
  deliveryId: string,
  settings: StartSettings,
): Promise<Start> {
  const { now, policy, nameId } = settings;
  const stamp = {
    transactionId: nameId(`start:${deliveryId}:${now}`),
    at: now,
    policyVersion: policy.version,
    eventIds: [],
  };
  const [delivery, task] = await readUnderLock(tx, deliveryId);
  if (delivery === null) return { kind: 'settled', outcome: 'gone' };
  if (delivery.state !== 'queued' && delivery.state !== 'sending') {
    return { kind: 'settled', outcome: 'settled before' };
  }
  const kept = await deliveryLease(tx, deliveryId);
  if (kept !== null && kept > now) return { kind: 'later', until: kept };
  const sent = await sentInLastHour(tx, delivery.recipient, now);
  const verdict = courierVerdict(delivery, task, sent, policy, now);
  switch (verdict.kind) {
    case 'start': {
      const started: Delivery = {
        ...delivery,
        state: 'sending',
        attempts: delivery.attempts + 1,
        version: delivery.version + 1,
      };
      const material = await loadMaterial(tx, started, task, now);
      if (typeof material === 'string') {
        await saveDeliveries(tx, [cancelDelivery(delivery, material)], stamp);
        return { kind: 'settled', outcome: 'cancelled' };
      }
      await saveDeliveries(tx, [started], stamp);
      await leaseDelivery(tx, deliveryId, leaseEnd(now));
      return { kind: 'send', material };
    }
    case 'cancel':
      await saveDeliveries(tx, [cancelDelivery(delivery, verdict.reason)], stamp);
      return { kind: 'settled', outcome: 'cancelled' };
    case 'wait':
      return { kind: 'later', until: verdict.until };
    case 'digest': {
      const at = endOfHour(now);
      const id = nameId(`digest:${delivery.recipient}:${at}:${String(delivery.sample)}`);
      await saveDeliveries(
        tx,
        addToDigest(await findDelivery(tx, id), delivery, { id, now, at }),
        stamp,
      );
      return { kind: 'settled', outcome: 'digested' };
    }
  }
}

async function readUnderLock(
  tx: Queryable,
  deliveryId: string,
): Promise<readonly [Delivery | null, Task | null]> {
  const found = await findDelivery(tx, deliveryId);
  if (found === null || found.taskId === null) return [found, null];
  const task = await findTask(tx, found.taskId);
  if (task === null) return [found, null];
  await lockCustomers(tx, [task.customerId]);
  return [await findDelivery(tx, deliveryId), await findTask(tx, found.taskId)];
}
