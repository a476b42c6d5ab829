import type { Decision } from '@redress/domain';

/** Decisions made one after the other as one: of each row its last state, of what happened everything in order. */
export function mergeDecisions(decisions: readonly Decision[]): Decision {
  return {
    touches: lastOf(
      decisions.flatMap(({ touches }) => touches),
      ({ scored }) => scored.feedbackId,
    ),
    tasks: lastOf(
      decisions.flatMap(({ tasks }) => tasks),
      ({ id }) => id,
    ),
    deliveries: lastOf(
      decisions.flatMap(({ deliveries }) => deliveries),
      ({ id }) => id,
    ),
    themeDeltas: decisions.flatMap(({ themeDeltas }) => themeDeltas),
    effects: decisions.flatMap(({ effects }) => effects),
  };
}

function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  const last = new Map<string, T>();
  for (const row of rows) {
    // Taken out first, so that rows stand in the order of their last change.
    last.delete(keyOf(row));
    last.set(keyOf(row), row);
  }
  return [...last.values()];
}
