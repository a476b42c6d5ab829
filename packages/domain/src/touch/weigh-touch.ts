import type { Customer } from '../customer/customer.ts';
import { daysBetween } from '../instant/add-duration.ts';
import { intensityOf } from './intensity-of.ts';
import { classifyScore } from './classify-score.ts';
import type { Reason } from './reason.ts';
import type { TouchReading } from './read-touch.ts';
import { weighIntent } from './weigh-intent.ts';
import { weighStanding } from './weigh-standing.ts';
import type { Evidence, FeedbackScored, Policy, RootCause } from '@redress/contracts';

/** What came before a touch in its grievance, in order of time. */
export interface Background {
  /** Complaining contacts of this grievance up to and including this touch; a number the customer states wins if higher. */
  readonly complaints: number;
  /** The complaint before this one, null for the first. */
  readonly complaintBefore: string | null;
  /** Causes of earlier complaints of the grievance. */
  readonly knownCauses: ReadonlySet<RootCause>;
  /** Promised times that had run out when this was said. */
  readonly passedPromises: number;
  /** Every amount named so far, this touch included. */
  readonly amounts: readonly { readonly value: number; readonly currency: string | null }[];
  /** The grievance had been told to us before it appeared on a public channel. */
  readonly wentPublic: boolean;
  /** Days since each earlier annoyance that was no contact. */
  readonly frictionDays: readonly number[];
}

/** These tell that something goes on, not what. */
const SAYS_ONLY_THAT: ReadonlySet<RootCause> = new Set(['repeat-contact', 'other']);
/** An amount this many times another one of the same grievance is no ordinary difference. */
const ANOMALY_RATIO = 10;
/** A repeated contact counts as pressing while it is not older than this. */
const REPEAT_DAYS = 30;

/**
 * Contributions to the severity of one touch. Everything earlier can only add, so that a touch that arrives late never lowers a later one.
 * What the customer is worth adds at most as much as the grievance itself (value half of it): it makes a grievance urgent, never a remark one.
 */
export function weighTouch(
  scored: FeedbackScored,
  reading: TouchReading,
  before: Background,
  customer: Customer,
  policy: Policy,
): Reason[] {
  const own = [
    ...weighScore(scored, policy),
    ...toUs(scored, reading, policy, [
      ...weighSentiment(scored, policy),
      ...weighCauses(scored, reading, before, policy),
    ]),
    ...weighIntent(scored.understanding, reading.publicChannel && before.wentPublic, policy),
    ...weighEffort(scored, policy),
    ...weighHistory(scored, before, policy),
  ];
  const subtotal = own.reduce((sum, reason) => sum + reason.points, 0);
  return [
    ...own,
    ...weighStanding(customer, scored.occurredAt, subtotal, policy),
    ...weighRecovery(scored, policy),
  ].filter((reason) => reason.points !== 0);
}

function weighScore(scored: FeedbackScored, policy: Policy): Reason[] {
  if (scored.score === undefined) return [];
  const { class: scoreClass, unhappiness } = classifyScore(scored.score);
  if (scoreClass !== 'detractor') return [];
  const { scoreLeast, scoreWorst } = policy.points;
  return [
    {
      code: 'score',
      points: Math.round(scoreLeast + (scoreWorst - scoreLeast) * unhappiness),
      text: `gave ${String(scored.score.value)} (${scored.score.kind})`,
    },
  ];
}

/** What was said about us, not to us, weighs less: nobody was asked to act. */
function toUs(
  scored: FeedbackScored,
  reading: TouchReading,
  policy: Policy,
  reasons: Reason[],
): Reason[] {
  if (!reading.publicChannel || scored.score !== undefined) return reasons;
  return reasons.map((reason) => ({
    ...reason,
    points: Math.round(reason.points * policy.points.notToUs),
  }));
}

function weighSentiment(scored: FeedbackScored, policy: Policy): Reason[] {
  const negative = intensityOf(scored.understanding);
  const points = Math.round(policy.points.sentiment * Math.max(0, (negative - 0.35) / 0.65));
  return [
    { code: 'sentiment', points, text: `sounds unhappy (${String(Math.round(negative * 100))} %)` },
  ];
}

/**
 * The root cause counts whole, its symptoms half. A given score says how bad it is: the mildest detractor's causes count half.
 * A further complaint that names no cause is still about what is known.
 */
function weighCauses(
  scored: FeedbackScored,
  reading: TouchReading,
  before: Background,
  policy: Policy,
): Reason[] {
  const bad = scored.score === undefined ? 1 : 0.5 + classifyScore(scored.score).unhappiness / 2;
  const still = reading.causes.every((cause) => SAYS_ONLY_THAT.has(cause))
    ? rootOf(before.knownCauses, policy)
    : undefined;
  if (still !== undefined)
    return [
      {
        code: 'cause',
        points: Math.round((policy.causes[still].points / 2) * bad),
        text: `still ${still}`,
      },
    ];
  return reading.causes.map((cause, index) => ({
    code: 'cause',
    points: Math.round(policy.causes[cause].points * (index === 0 ? 1 : 0.5) * bad),
    text: cause,
    evidence: evidenceOf(scored, cause),
  }));
}

function rootOf(causes: ReadonlySet<RootCause>, policy: Policy): RootCause | undefined {
  return [...causes]
    .filter((cause) => !SAYS_ONLY_THAT.has(cause))
    .sort((a, b) => policy.causes[a].rank - policy.causes[b].rank)[0];
}

function evidenceOf(scored: FeedbackScored, cause: RootCause): readonly Evidence[] {
  return scored.understanding.causes.find((shown) => shown.id === cause)?.evidence ?? [];
}

/** An hour of the customer's time counts in full. */
function weighEffort(scored: FeedbackScored, policy: Policy): Reason[] {
  const minutes = Math.max(scored.minutes ?? 0, scored.understanding.minutes ?? 0);
  const points = Math.round(policy.points.effort * Math.min(1, minutes / 60));
  return points === 0
    ? []
    : [{ code: 'effort', points, text: `${String(minutes)} minutes of their time` }];
}

function weighHistory(scored: FeedbackScored, before: Background, policy: Policy): Reason[] {
  const frictions = weighFrictions(before, policy);
  // Once put right, what happened on the way no longer presses.
  if (scored.understanding.recovery.level !== 'none') return frictions;
  return [
    ...frictions,
    ...weighRepeats(scored, before, policy),
    ...weighPassedPromises(before, policy),
    ...weighAmounts(before, policy),
  ];
}

function weighFrictions(before: Background, policy: Policy): Reason[] {
  const decayed = before.frictionDays.reduce(
    (sum, days) => sum + 2 ** (-days / policy.friction.halfLifeDays),
    0,
  );
  const points = Math.round(
    Math.min(policy.points.frictionAtMost, policy.points.friction * decayed),
  );
  return points === 0
    ? []
    : [
        {
          code: 'friction',
          points,
          text: `${String(before.frictionDays.length)} small annoyances before, the newest ${String(Math.round(Math.min(...before.frictionDays)))} days ago`,
        },
      ];
}

/** A number the customer states counts as it is; contacts we know of count while the one before is recent. */
function weighRepeats(scored: FeedbackScored, before: Background, policy: Policy): Reason[] {
  const { repeatContacts, repeatWithinADay } = policy.points;
  const days =
    before.complaintBefore === null ? null : daysBetween(before.complaintBefore, scored.occurredAt);
  const recent = days !== null && days <= REPEAT_DAYS ? before.complaints : 0;
  const count = Math.max(recent, scored.understanding.contacts ?? 0);
  if (count < 2) return [];
  const pressing = days !== null && days <= 1;
  return [
    {
      code: 'repeat-contact',
      points:
        (repeatContacts[Math.min(count - 2, repeatContacts.length - 1)] ?? 0) +
        (pressing ? repeatWithinADay : 0),
      text: `complaint number ${String(count)} about it${pressing ? ', the one before within a day' : ''}`,
    },
  ];
}

function weighPassedPromises(before: Background, policy: Policy): Reason[] {
  if (before.passedPromises === 0) return [];
  const points = Math.min(
    policy.points.passedPromisesAtMost,
    policy.points.passedPromise * before.passedPromises,
  );
  return [
    {
      code: 'passed-promise',
      points,
      text:
        before.passedPromises === 1
          ? 'a promised time has run out'
          : `${String(before.passedPromises)} promised times have run out`,
    },
  ];
}

/** Compares amounts of one currency; an amount without one is compared with all. */
function weighAmounts(before: Background, policy: Policy): Reason[] {
  let worst: { ratio: number; high: number; low: number; currency: string | null } | null = null;
  for (const high of before.amounts) {
    for (const low of before.amounts) {
      const comparable =
        high.currency === null || low.currency === null || high.currency === low.currency;
      if (!comparable || low.value <= 0) continue;
      const ratio = high.value / low.value;
      if (ratio >= ANOMALY_RATIO && (worst === null || ratio > worst.ratio)) {
        worst = {
          ratio,
          high: high.value,
          low: low.value,
          currency: high.currency ?? low.currency,
        };
      }
    }
  }
  if (worst === null) return [];
  const points = Math.round(
    policy.points.amountAnomaly *
      Math.min(1, 0.5 + Math.log10(worst.ratio / ANOMALY_RATIO) / 2 + 0.1),
  );
  const currency = worst.currency === null ? '' : ` ${worst.currency}`;
  return [
    {
      code: 'amount-anomaly',
      points,
      text: `${String(worst.high)}${currency} is ${String(Math.round(worst.ratio))} times ${String(worst.low)}${currency}`,
    },
  ];
}

function weighRecovery(scored: FeedbackScored, policy: Policy): Reason[] {
  const { level, evidence } = scored.understanding.recovery;
  switch (level) {
    case 'none':
      return [];
    case 'solved':
      return [
        { code: 'solved', points: policy.points.solved, text: 'says it is put right', evidence },
      ];
    case 'renewed':
      return [
        { code: 'renewed', points: policy.points.renewed, text: 'says they renew', evidence },
      ];
  }
}
