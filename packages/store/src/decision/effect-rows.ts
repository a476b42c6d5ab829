import { eventIdOf, uuidV5 } from '@redress/contracts';
import type { FeedbackDecided } from '@redress/contracts';
import type { Effect, Touch, TouchDecision } from '@redress/domain';
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

/** The record's data, as a decision holds it. */
interface Decided extends Omit<FeedbackDecided, 'weighed'> {
  readonly weighed: Omit<TouchDecision, 'outcome' | 'reason' | 'taskId'>;
}

/** What is told with the records of feedback. */
export interface DecidedSettings {
  /** Feedback id → the customer it first came by. */
  readonly foundAs: ReadonlyMap<string, string>;
  readonly policyVersion: string;
}

/** Records of `feedback.decided.v1`, one a feedback that was written: how it stands after this transaction. */
export function decidedRows(
  touches: readonly Touch[],
  effects: readonly Effect[],
  { foundAs, policyVersion }: DecidedSettings,
  stamp: Stamp,
): NewOutboxRow[] {
  const counted = new Map(
    effects.flatMap(({ type, feedbackId, outer }) =>
      type === 'feedback.decided' && feedbackId !== null ? [[feedbackId, outer] as const] : [],
    ),
  );
  const rows = new Map(touches.map((touch) => [touch.scored.feedbackId, touch]));
  return [...rows.values()].flatMap(({ customerId, scored, decision }) => {
    if (decision === null) return [];
    const { feedbackId, revision } = scored;
    const { outcome, reason, taskId, ...weighed } = decision;
    const data: Decided = {
      feedbackId,
      eventId: eventIdOf(feedbackId, revision),
      outcome,
      reason,
      policyVersion,
      customerId,
      taskId,
      outer: counted.get(feedbackId) ?? null,
      ...(scored.sample === true ? { sample: true } : {}),
      foundAs: foundAs.get(feedbackId) ?? customerId,
      weighed,
    };
    // A feedback has no version of its own: the transaction tells one decision from the next.
    const version = stamp.transactionId;
    return [logRow('feedback.decided.v1', { key: feedbackId, version, data }, stamp)];
  });
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
