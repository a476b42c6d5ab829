import type { CanonicalFeedback, CustomerRecord } from '@redress/contracts';
import type { ActionLine } from '../backtest/planned-action.ts';
import type { Story } from './read-stories.ts';

const DAY = 86_400_000;

/** The same story with its last feedback at `now`: instants move by the same span, calendar dates by its whole days. */
export function shiftStory(story: Story, now: string): Story {
  const last = Math.max(...story.feedback.map(({ occurredAt }) => Date.parse(occurredAt)));
  const span = Date.parse(now) - last;
  const instant = (at: string): string => new Date(Date.parse(at) + span).toISOString();
  const date = (day: string): string =>
    new Date(Date.parse(day) + Math.floor(span / DAY) * DAY).toISOString().slice(0, 10);
  return {
    ...story,
    feedback: story.feedback.map((feedback) => shiftFeedback(feedback, instant)),
    customers: story.customers.map((customer) => shiftCustomer(customer, date)),
    actions: story.actions.map((action) => shiftAction(action, instant)),
  };
}

function shiftFeedback(
  feedback: CanonicalFeedback,
  instant: (at: string) => string,
): CanonicalFeedback {
  const { revision, turns } = feedback;
  return {
    ...feedback,
    occurredAt: instant(feedback.occurredAt),
    ...(revision === undefined ? {} : { revision: { ...revision, at: instant(revision.at) } }),
    ...(turns === undefined
      ? {}
      : {
          turns: turns.map((turn) =>
            turn.at === undefined ? turn : { ...turn, at: instant(turn.at) },
          ),
        }),
  };
}

const DATES = ['since', 'renewalOn', 'renewedOn', 'leftOn'] as const;

function shiftCustomer(customer: CustomerRecord, date: (day: string) => string): CustomerRecord {
  const moved = DATES.flatMap((name) => {
    const day = customer[name];
    return day === undefined ? [] : [[name, date(day)] as const];
  });
  const products = customer.products?.map((product) =>
    product.contractUntil === undefined
      ? product
      : { ...product, contractUntil: date(product.contractUntil) },
  );
  return {
    ...customer,
    ...Object.fromEntries(moved),
    ...(products === undefined ? {} : { products }),
  };
}

function shiftAction(action: ActionLine, instant: (at: string) => string): ActionLine {
  const at = instant(action.at);
  return action.type === 'promise'
    ? { ...action, at, dueAt: instant(action.dueAt) }
    : { ...action, at };
}
