import type { FeedbackScored, Policy } from '@redress/contracts';
import { addDuration } from '../instant/add-duration.ts';
import type { Task } from '../task/task.ts';
import type { Delivery, DeliveryKind, News } from './delivery.ts';

interface Planning {
  /** Deliveries that have not started. */
  readonly pending: readonly Delivery[];
  readonly focus: FeedbackScored | null;
  readonly shadow: boolean;
  readonly policy: Policy;
  readonly now: string;
  readonly nameId: (name: string) => string;
}

/**
 * The message that tells the task's owner the news: added to one that has not started yet (one mail, with all of it), otherwise a new one.
 * The settling time of the source holds the mail back, not the task; news never postpones a message that waits already.
 */
export function planDelivery(
  task: Task,
  news: readonly News[],
  { pending, focus, shadow, policy, now, nameId }: Planning,
): Delivery {
  const waiting = pending.find(
    (delivery) =>
      delivery.taskId === task.id &&
      delivery.recipient === task.owner &&
      delivery.cycle === task.cycle &&
      delivery.state === 'queued' &&
      delivery.kind !== 'escalation' &&
      delivery.kind !== 'digest',
  );
  if (waiting !== undefined) {
    return { ...waiting, news: [...waiting.news, ...news], version: waiting.version + 1 };
  }
  // Once a cycle; a task that changes hands may come back to the same.
  const opens = news.some((item) => item.code === 'opened' || item.code === 'reopened');
  const kind: DeliveryKind =
    opens || news.some((item) => item.code === 'assigned')
      ? 'opened'
      : focus === null
        ? 'promise-broken'
        : 'alert';
  const settling = focus === null ? 'PT0S' : settlingOf(focus, policy);
  return newDelivery(
    task,
    task.owner,
    kind,
    opens ? task.owner : `${focus?.feedbackId ?? 'clock'}:${now}`,
    news,
    {
      notBefore: addDuration(now, settling),
      shadow,
      now,
      nameId,
    },
  );
}

/** A message to a recipient about a task; `what` makes it one of its kind (the rung, the feedback). */
export function newDelivery(
  task: Task,
  recipient: string,
  kind: DeliveryKind,
  what: string,
  news: readonly News[],
  {
    notBefore,
    shadow,
    now,
    nameId,
  }: { notBefore: string; shadow: boolean; now: string; nameId: (name: string) => string },
): Delivery {
  const id = nameId(`delivery:${task.id}:${String(task.cycle)}:${recipient}:${kind}:${what}`);
  return {
    id,
    taskId: task.id,
    cycle: task.cycle,
    recipient,
    kind,
    news,
    state: shadow ? 'shadow' : 'queued',
    reason: shadow ? 'the source is not live yet' : null,
    createdAt: now,
    notBefore,
    attempts: 0,
    messageId: `<${id}@redress>`,
    sentAt: null,
    sample: task.sample,
    version: 1,
  };
}

function settlingOf(feedback: FeedbackScored, policy: Policy): string {
  return (
    policy.settling.sources[feedback.source] ??
    policy.settling.channels[feedback.channel] ??
    policy.settling.standard
  );
}
