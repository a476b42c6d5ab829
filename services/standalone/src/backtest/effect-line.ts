import type { ReplayedEffect } from '@redress/domain';

/** Numbers the line where each promise was made; a kept or broken one comes hours later and names the same. */
export type PromiseOrigins = Map<string, number | null>;

/** An effect as `redress backtest` prints it: these members, in this order, so that equal histories are equal bytes. */
export function effectLine(effect: ReplayedEffect, origins: PromiseOrigins): object {
  const { promise } = effect;
  if (promise !== undefined && !origins.has(promise.id)) {
    origins.set(promise.id, promise.madeBy === null ? null : effect.eventIndex);
  }
  return {
    type: effect.type,
    at: effect.at,
    eventIndex: effect.eventIndex,
    feedbackId: effect.feedbackId,
    customerId: effect.customerId,
    taskId: effect.taskId,
    severity: effect.severity,
    taskSeverity: effect.taskSeverity,
    accountId: effect.accountId,
    causes: effect.causes,
    reasons: effect.reasons.map(({ code, points, text, evidence }) => ({
      code,
      points,
      text,
      evidence,
    })),
    contacts: effect.contacts,
    churn: effect.churn,
    owner: effect.owner,
    ...(promise === undefined
      ? {}
      : {
          promise: {
            id: promise.id,
            text: promise.text,
            by: promise.by,
            madeAtEvent: origins.get(promise.id) ?? null,
            dueAt: promise.dueAt,
          },
        }),
    outer: effect.outer,
    outcome: effect.outcome,
    reason: effect.reason,
    join: effect.join,
    delivery: effect.delivery,
    rung: effect.rung,
  };
}

/** The same for people: when, what, how bad, whose, and why. */
export function effectStory(effect: ReplayedEffect): string {
  const severity = effect.severity ?? effect.taskSeverity;
  const facts = [
    effect.type,
    ...(effect.eventIndex === null ? [] : [`#${String(effect.eventIndex)}`]),
    ...(severity === null ? [] : [severity]),
    ...(effect.outcome === undefined ? [] : [effect.outcome]),
    ...(effect.owner === null ? [] : [`owner ${effect.owner}`]),
    ...(effect.causes.length === 0 ? [] : [effect.causes.join(' ')]),
    ...(effect.promise === undefined
      ? []
      : [`“${effect.promise.text}” due ${effect.promise.dueAt ?? 'at no stated time'}`]),
    ...(effect.reason === undefined ? [] : [effect.reason]),
  ];
  const reasons = effect.reasons
    .map(({ points, text }) => `    ${points > 0 ? '+' : ''}${String(points)} ${text}\n`)
    .join('');
  return `${effect.at.slice(0, 16).replace('T', ' ')}  ${facts.join(' · ')}\n${effect.type === 'task.opened' || effect.type === 'alert.raised' ? reasons : ''}`;
}
