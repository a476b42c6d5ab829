import type { FeedbackScored, Policy } from '@redress/contracts';
import type { Decision, DecisionContext } from './decision.ts';
import { reconcile } from './reconcile.ts';

/** Nothing changes. */
export const NO_DECISION: Decision = {
  touches: [],
  tasks: [],
  deliveries: [],
  themeDeltas: [],
  effects: [],
};

/**
 * Decides about one feedback: opens a task, joins one, or only counts it; tells the owner anew only where an owner must know.
 * Pure: the same context, feedback, policy and instant give the same decision. A revision older than the one stored changes nothing.
 */
export function decide(
  context: DecisionContext,
  scored: FeedbackScored,
  policy: Policy,
  now: string,
): Decision {
  const stored = context.touches.find((touch) => touch.scored.feedbackId === scored.feedbackId);
  if (stored !== undefined && isOlder(scored, stored.scored)) return NO_DECISION;
  return reconcile(context, scored, policy, now);
}

/** Re-decides a customer after a join or a changed record: what follows from it for tasks, owners and clocks. */
export function afterImport(context: DecisionContext, policy: Policy, now: string): Decision {
  return reconcile(context, null, policy, now);
}

function isOlder(a: FeedbackScored, b: FeedbackScored): boolean {
  if (a.revision.at !== b.revision.at) return a.revision.at < b.revision.at;
  return a.revision.hash <= b.revision.hash;
}
