import type { Channel, FeedbackScored, RootCause } from '@redress/contracts';
import { intensityOf } from './intensity-of.ts';
import { classifyScore, type ScoreClass } from './classify-score.ts';

/** What the rules look at in a touch, read once. */
export interface TouchReading {
  readonly feedbackId: string;
  readonly scoreClass: ScoreClass | null;
  /** Says that something is wrong: opens a task or joins one. */
  readonly complaint: boolean;
  /** Why it is one, or why not; goes to `feedback.decided`. */
  readonly why: string;
  /** A call, mail, chat, voicemail or ticket without a score: the customer had to turn to us. */
  readonly contactChannel: boolean;
  /** The channel is seen by others. */
  readonly publicChannel: boolean;
  /** Causes shown, the root before its symptoms. */
  readonly causes: readonly RootCause[];
  readonly thanks: boolean;
}

/** A cause counts as shown from this probability on. */
const SHOWN = 0.5;
/** A passive score hides a grievance only up to here. */
const CLEARLY_UNHAPPY = 0.75;

const CONTACT_CHANNELS: ReadonlySet<Channel> = new Set([
  'call',
  'email',
  'chat',
  'voicemail',
  'ticket',
]);
const PUBLIC_CHANNELS: ReadonlySet<Channel> = new Set(['social', 'review']);

/** Reads a feedback the way the rules need it. `rank` puts root causes before symptoms. */
export function readTouch(
  scored: FeedbackScored,
  rank: (cause: RootCause) => number,
): TouchReading {
  const { understanding } = scored;
  const scoreClass = scored.score === undefined ? null : classifyScore(scored.score).class;
  const { complaint, why } = judgeComplaint(scored, scoreClass);
  return {
    feedbackId: scored.feedbackId,
    scoreClass,
    complaint,
    why,
    contactChannel: CONTACT_CHANNELS.has(scored.channel) && scored.score === undefined,
    publicChannel: PUBLIC_CHANNELS.has(scored.channel),
    causes: understanding.causes
      .filter((cause) => cause.probability >= SHOWN)
      .map((cause) => cause.id)
      .sort((a, b) => rank(a) - rank(b)),
    thanks: understanding.form === 'thanks' || understanding.recovery.level !== 'none',
  };
}

function judgeComplaint(
  scored: FeedbackScored,
  scoreClass: ScoreClass | null,
): { complaint: boolean; why: string } {
  const { understanding } = scored;
  if (scored.revision.deleted === true) return { complaint: false, why: 'deleted at the source' };
  if (scored.historical === true) return { complaint: false, why: 'historical import' };
  if (scored.channel === 'product')
    return { complaint: false, why: 'small friction in the product' };
  if (scored.channel === 'employee') return { complaint: false, why: 'said by an employee' };
  if (scoreClass === 'detractor') return { complaint: true, why: 'detractor score' };
  if (understanding.recovery.level === 'renewed') return { complaint: false, why: 'renewed' };
  if (understanding.churn.level === 'stated') return { complaint: true, why: 'says they leave' };
  if (scoreClass === 'promoter') {
    return {
      complaint: false,
      why: understanding.disagreement
        ? 'promoter score, but the text disagrees: to be read'
        : 'promoter score',
    };
  }
  if (scoreClass === 'passive') {
    const hidden =
      understanding.detractor.flag || understanding.detractor.probability >= CLEARLY_UNHAPPY;
    return hidden &&
      understanding.form === 'grievance' &&
      intensityOf(understanding) >= CLEARLY_UNHAPPY
      ? { complaint: true, why: 'passive score, but a clear grievance' }
      : { complaint: false, why: 'passive score' };
  }
  if (understanding.detractor.flag) return { complaint: true, why: 'complaint without a score' };
  if (understanding.churn.level === 'risk') return { complaint: true, why: 'may leave' };
  return { complaint: false, why: withoutGrievance(scored) };
}

function withoutGrievance(scored: FeedbackScored): string {
  switch (scored.understanding.form) {
    case 'question':
      return 'question without a stated grievance';
    case 'request':
      return 'request without a stated grievance';
    case 'thanks':
      return 'thanks';
    case 'grievance':
    case 'remark':
      return saysNothing(scored) ? 'nothing said' : 'remark without a grievance';
  }
}

/** Neither a score nor a word. */
export function saysNothing(scored: FeedbackScored): boolean {
  const words = (scored.text ?? '') + (scored.turns ?? []).map((turn) => turn.text).join('');
  return scored.score === undefined && words.trim() === '' && scored.channel !== 'product';
}
