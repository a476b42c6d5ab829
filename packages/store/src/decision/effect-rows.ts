import { eventIdOf, uuidV5 } from '@redress/contracts';
import type { FeedbackDecided } from '@redress/contracts';
import type { Effect, Touch } from '@redress/domain';
import type { ActivityEntry } from '../activity/append-activity.ts';
import { logRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Stamp } from '../stamp.ts';

/** An owner is told anew, or a pattern is found: the same alert has the same id wherever it is made again. */
function alertIdOf({ type, taskId, customerId, feedbackId, at, reason = '' }: Effect): string {
  return uuidV5(`alert:${type}:${taskId ?? customerId}:${feedbackId ?? ''}:${at}:${reason}`);
}

function isAlert({ type }: Effect): boolean {
  return type === 'alert.raised' || type === 'theme.alert';
}

/** Records of `alerts.v1`. */
export function alertRows(effects: readonly Effect[], stamp: Stamp): NewOutboxRow[] {
  return effects.filter(isAlert).map((effect) => {
    const id = alertIdOf(effect);
    return logRow('alerts.v1', { key: id, version: 1, data: { id, ...effect } }, stamp);
  });
}

/** Records of `feedback.decided.v1`, one a feedback: how it ended last in this transaction. `touches`: what the decisions wrote. */
export function decidedRows(
  effects: readonly Effect[],
  touches: ReadonlyMap<string, Touch>,
  policyVersion: string,
  stamp: Stamp,
): NewOutboxRow[] {
  const decided = new Map<string, FeedbackDecided>();
  for (const { type, feedbackId, outcome, reason = '', customerId, taskId, outer } of effects) {
    if (type !== 'feedback.decided' || feedbackId === null || outcome === undefined) continue;
    const touch = touches.get(feedbackId);
    if (touch === undefined) continue;
    decided.set(feedbackId, {
      feedbackId,
      eventId: eventIdOf(feedbackId, touch.scored.revision),
      outcome,
      reason,
      policyVersion,
      customerId,
      taskId,
      outer,
      ...(touch.scored.sample === true ? { sample: true } : {}),
    });
  }
  // A feedback has no version of its own: the transaction tells one decision from the next.
  return [...decided.values()].map((data) =>
    logRow(
      'feedback.decided.v1',
      { key: data.feedbackId, version: stamp.transactionId, data },
      stamp,
    ),
  );
}

/** What happened to tasks, for their timelines. */
export function activityOf(effects: readonly Effect[]): ActivityEntry[] {
  return effects.flatMap((effect) => {
    const { type, taskId, at, ...data } = effect;
    if (taskId === null || type === 'feedback.decided') return [];
    return [
      {
        taskId,
        at,
        actor: 'redress',
        type,
        data: { ...data, ...(isAlert(effect) ? { alertId: alertIdOf(effect) } : {}) },
      },
    ];
  });
}
