import type { Decision, DecisionContext } from './decision.ts';

/** The context after a decision, so that the next of the same batch sees it. */
export function withDecision(context: DecisionContext, decision: Decision): DecisionContext {
  return {
    ...context,
    touches: replaced(context.touches, decision.touches, (touch) => touch.scored.feedbackId),
    tasks: replaced(context.tasks, decision.tasks, (task) => task.id),
    pending: replaced(context.pending, decision.deliveries, (delivery) => delivery.id).filter(
      (delivery) => delivery.state === 'queued',
    ),
  };
}

function replaced<T>(stored: readonly T[], changed: readonly T[], key: (row: T) => string): T[] {
  const rows = new Map(stored.map((row) => [key(row), row]));
  for (const row of changed) rows.set(key(row), row);
  return [...rows.values()];
}
