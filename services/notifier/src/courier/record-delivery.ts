import type { Policy } from '@redress/contracts';
import type { Delivery, Undeliverable } from '@redress/domain';
import { appendActivity, findDelivery, saveDeliveries } from '@redress/store';
import type { SendOutcome } from '@redress/mail';
import type { Queryable } from '@redress/store';
import { escalateFailed, lockLost } from './escalate-failed.ts';
import { retryDelay } from './retry-delay.ts';

export interface RecordSettings {
  readonly now: string;
  /** Before a mail that could not go for a while is tried again, the first time (a minute); later ones are multiples. */
  readonly retryAfterMs?: number | undefined;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
}

/** How a sending was written down. */
export interface Recorded {
  /** The delivery's state after it. */
  readonly state: Delivery['state'] | 'gone';
  /** Of one that failed for good: what became of each message that is lost with it. */
  readonly undeliverable: readonly Undeliverable['kind'][];
}

/** Writes down how a sending ended: sent, to be tried again, or failed; what failed for good takes its task up the ladder at once. */
export async function recordDelivery(
  tx: Queryable,
  deliveryId: string,
  result: SendOutcome,
  settings: RecordSettings,
): Promise<Recorded> {
  const { now, policy, nameId } = settings;
  const found = await findDelivery(tx, deliveryId);
  const fails = found !== null && afterResult(found, result, settings).state === 'failed';
  const lost = fails ? await lockLost(tx, found) : [];
  const delivery = fails ? await findDelivery(tx, deliveryId) : found;
  if (delivery === null) return { state: 'gone', undeliverable: [] };
  // Another process settled it meanwhile; what it wrote stands.
  if (delivery.state !== 'sending') return { state: delivery.state, undeliverable: [] };
  const after = afterResult(delivery, result, settings);
  const stamp = {
    transactionId: nameId(`sent:${deliveryId}:${String(after.version)}`),
    at: now,
    policyVersion: policy.version,
    eventIds: [],
  };
  await saveDeliveries(tx, [after], stamp);
  if (delivery.taskId !== null && after.state !== 'queued') {
    await appendActivity(
      tx,
      {
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
      },
      stamp,
    );
  }
  const undeliverable =
    after.state === 'failed' ? await escalateFailed(tx, lost, { ...settings, stamp }) : [];
  return { state: after.state, undeliverable };
}

function afterResult(
  delivery: Delivery,
  result: SendOutcome,
  { now, retryAfterMs }: RecordSettings,
): Delivery {
  const next = { ...delivery, version: delivery.version + 1 };
  if (result.kind === 'accepted') return { ...next, state: 'sent', reason: null, sentAt: now };
  const wait = result.kind === 'temporary' ? retryDelay(delivery.attempts, retryAfterMs) : null;
  if (wait === null) return { ...next, state: 'failed', reason: result.reason };
  return {
    ...next,
    state: 'queued',
    reason: result.reason,
    notBefore: new Date(Date.parse(now) + wait).toISOString(),
  };
}
