import type { Policy } from '@redress/contracts';
import { isOpen, type Task } from '../task/task.ts';
import type { Delivery } from './delivery.ts';

export type CourierVerdict =
  | { readonly kind: 'start' }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'digest' }
  | { readonly kind: 'wait'; readonly until: string };

/** Whether a delivery may start now; asked under the task's lock, so that none starts after an acknowledgement's commit. */
export function courierVerdict(
  delivery: Delivery,
  task: Task | null,
  sentInLastHour: number,
  policy: Policy,
  now: string,
): CourierVerdict {
  if (delivery.state !== 'queued' && delivery.state !== 'sending')
    return { kind: 'cancel', reason: `is ${delivery.state} already` };
  // Started before and not known to have ended: it is tried again with the same Message-ID.
  if (delivery.state === 'sending') return { kind: 'start' };
  if (delivery.notBefore > now) return { kind: 'wait', until: delivery.notBefore };
  if (delivery.kind === 'digest') return { kind: 'start' };
  if (task === null) return { kind: 'cancel', reason: 'the task is gone' };
  if (!isOpen(task)) return { kind: 'cancel', reason: `the task is ${task.state}` };
  if (delivery.cycle !== task.cycle) return { kind: 'cancel', reason: 'of an earlier cycle' };
  if (task.acknowledgedAt !== null && delivery.createdAt <= task.acknowledgedAt)
    return { kind: 'cancel', reason: 'acknowledged' };
  if (delivery.kind !== 'escalation' && delivery.recipient !== task.owner)
    return { kind: 'cancel', reason: 'handed over' };
  // A critical task is never held back for a digest.
  if (task.severity !== 'critical' && sentInLastHour >= policy.mailsPerOwnerAndHour)
    return { kind: 'digest' };
  return { kind: 'start' };
}
