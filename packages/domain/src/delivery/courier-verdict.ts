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
  const stale = staleReason(delivery, task);
  if (stale !== null) return { kind: 'cancel', reason: stale };
  // A critical task is never held back for a digest.
  if (task?.severity !== 'critical' && sentInLastHour >= policy.mailsPerOwnerAndHour)
    return { kind: 'digest' };
  return { kind: 'start' };
}

/** Why a message about a task, alone or in a digest, has nothing to tell any more; null while it has. */
export function staleReason(
  delivery: Pick<Delivery, 'cycle' | 'createdAt' | 'kind' | 'recipient'>,
  task: Task | null,
): string | null {
  if (task === null) return 'the task is gone';
  if (!isOpen(task)) return `the task is ${task.state}`;
  if (delivery.cycle !== task.cycle) return 'of an earlier cycle';
  if (task.acknowledgedAt !== null && delivery.createdAt <= task.acknowledgedAt)
    return 'acknowledged';
  return delivery.kind !== 'escalation' && delivery.recipient !== task.owner ? 'handed over' : null;
}
