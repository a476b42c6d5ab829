import type { FeedbackScored } from '@redress/contracts';
import { dueAt } from './due-at.ts';
import type { PromiseEntry } from './promise.ts';

/** The company's promises that a feedback reports, with their due times in the customer's zone. */
export function promisesIn(
  scored: FeedbackScored,
  timeZone: string,
  nameId: (name: string) => string,
): PromiseEntry[] {
  return scored.understanding.promises
    .filter((promise) => promise.by === 'company')
    .map((promise, index) => ({
      id: nameId(`promise:${scored.feedbackId}:${String(index)}`),
      text: promise.text,
      by: 'company',
      madeAt: scored.occurredAt,
      feedbackId: scored.feedbackId,
      dueAt: promise.due === null ? null : dueAt(promise.due, scored.occurredAt, timeZone),
      status: promise.due === null ? 'open-ended' : 'pending',
      settledAt: null,
    }));
}
