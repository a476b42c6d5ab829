import type { Policy } from '@redress/contracts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { staleReason } from '../delivery/courier-verdict.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { climbLadder } from './climb-ladder.ts';
import { rungRecipient } from './rung-recipient.ts';

/**
 * What follows from a message that can never be delivered. `settled`: nobody needs to hear of it. `nobody`: no rung is left that reaches anybody else;
 * the task's clocks go on as they are.
 */
export type Undeliverable =
  | { readonly kind: 'escalated'; readonly decision: Decision }
  | { readonly kind: 'settled' }
  | { readonly kind: 'nobody' };

/**
 * Takes the task of a message that was refused for good up the ladder at once: to the next rung that tells somebody else.
 * Not where the message has nothing to say any more, nor where a rung fired since it was made: whoever that told read all of it.
 */
export function escalateUndeliverable(
  context: DecisionContext,
  delivery: Delivery,
  policy: Policy,
  now: string,
): Undeliverable {
  const task = context.tasks.find(({ id }) => id === delivery.taskId);
  if (task === undefined || staleReason(delivery, task) !== null) return { kind: 'settled' };
  const { fired, lastAt } = task.ladder;
  if (lastAt !== null && lastAt > delivery.createdAt) return { kind: 'settled' };
  for (const { rung, to } of rungsLeft(fired, delivery, policy)) {
    const recipient = rungRecipient(to, task, context, policy, now);
    if (recipient.owner === delivery.recipient) continue;
    const because = `undeliverable: the message to ${delivery.recipient} was refused for good`;
    return {
      kind: 'escalated',
      decision: climbLadder(context, task, { rung, recipient, because }, policy, now),
    };
  }
  return { kind: 'nobody' };
}

/**
 * The rungs not fired yet. Once all have, news that its owner cannot be told goes to the last one again; what that one cannot be told does not,
 * so that two addresses which are both refused make no circle.
 */
function rungsLeft(
  fired: number,
  { kind }: Delivery,
  policy: Policy,
): readonly { readonly rung: number; readonly to: string }[] {
  const left = policy.ladder.flatMap(({ to }, index) =>
    index < fired ? [] : [{ rung: index + 1, to }],
  );
  const last = policy.ladder.at(-1);
  if (left.length > 0 || kind === 'escalation' || last === undefined) return left;
  return [{ rung: fired + 1, to: last.to }];
}
