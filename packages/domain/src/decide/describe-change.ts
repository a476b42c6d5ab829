import type { FeedbackScored } from '@redress/contracts';
import type { News } from '../delivery/delivery.ts';
import type { FoldedTouch, Grievance } from '../grievance/grievance.ts';
import { isOpen, type Task } from '../task/task.ts';
import { CHURN_ORDER, EXPOSURE_ORDER } from '../touch/intent-order.ts';
import { severityRank } from '../touch/severity-order.ts';
import type { TouchDecision } from '../touch/touch.ts';

/** What an owner must know of a change; no news means that it is silent. */
export function describeChange(
  stored: Task | null,
  drafted: Task,
  grievance: Grievance,
  focus: FeedbackScored | null,
  before: TouchDecision | null,
): readonly News[] {
  const touch = grievance.touches.find((folded) => folded.scored.feedbackId === focus?.feedbackId);
  const feedbackId = touch?.scored.feedbackId ?? null;
  if (stored === null)
    return [{ code: 'opened', text: touch?.reading.why ?? 'opened', feedbackId }];
  if (!isOpen(drafted)) return [];
  if (!isOpen(stored))
    return [{ code: 'reopened', text: 'complains again after it was resolved', feedbackId }];
  return [
    ...(touch?.reading.complaint === true ? newsOfTouch(stored, drafted, touch, before) : []),
    ...newsOfPromises(stored, drafted),
    ...(drafted.owner === stored.owner
      ? []
      : [{ code: 'assigned' as const, text: drafted.ownerReason, feedbackId: null }]),
  ];
}

function newsOfTouch(
  stored: Task,
  drafted: Task,
  touch: FoldedTouch,
  before: TouchDecision | null,
): News[] {
  const { feedbackId } = touch.scored;
  const news: News[] = [];
  if (severityRank(drafted.severity) > severityRank(stored.severity)) {
    news.push({
      code: 'worse',
      text: `now ${drafted.severity}, was ${stored.severity}`,
      feedbackId,
    });
  }
  const causes = touch.reading.causes.filter(
    (cause) => cause !== 'other' && !stored.causes.includes(cause),
  );
  if (causes.length > 0) news.push({ code: 'new-cause', text: causes.join(', '), feedbackId });
  const known = before !== null && before.severity !== null;
  if (!known && touch.scored.understanding.promiseOutcome === 'broken') {
    news.push({ code: 'promise-broken', text: 'says that a promise was not kept', feedbackId });
  }
  if (EXPOSURE_ORDER.indexOf(touch.exposure) > EXPOSURE_ORDER.indexOf(stored.exposure)) {
    news.push({
      code: 'public',
      text: touch.exposure === 'public' ? 'has gone public' : 'says they will go public',
      feedbackId,
    });
  }
  if (CHURN_ORDER.indexOf(touch.churn) > CHURN_ORDER.indexOf(stored.churn)) {
    news.push({
      code: 'churn',
      text: touch.churn === 'stated' ? 'says they are leaving' : 'may leave',
      feedbackId,
    });
  }
  // A revision of what the owner has heard of is no further call and no further score.
  if (!known && touch.reading.contactChannel) {
    news.push({
      code: 'again',
      text: `another ${touch.scored.channel}, ${String(drafted.contacts)} in all`,
      feedbackId,
    });
  }
  if (!known && touch.reading.scoreClass === 'detractor') {
    news.push({ code: 'detractor', text: `gave ${String(touch.scored.score?.value)}`, feedbackId });
  }
  return news;
}

/** Promises that ran out since; a touch that told of it may be the same news, but the words differ. */
function newsOfPromises(stored: Task, drafted: Task): News[] {
  return drafted.promises
    .filter(
      (promise) =>
        promise.status === 'broken' &&
        stored.promises.find((known) => known.id === promise.id)?.status === 'pending',
    )
    .map((promise) => ({
      code: 'promise-broken' as const,
      text: promise.text,
      feedbackId: promise.feedbackId,
    }));
}
