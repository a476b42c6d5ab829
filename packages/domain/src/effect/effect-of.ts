import type { Effect } from './effect.ts';

/** An effect with everything that was not said left empty. */
export function effectOf(
  effect: Pick<Effect, 'type' | 'at' | 'customerId'> & Partial<Effect>,
): Effect {
  return {
    feedbackId: null,
    accountId: null,
    taskId: null,
    severity: null,
    taskSeverity: null,
    causes: [],
    reasons: [],
    contacts: 0,
    churn: 'none',
    owner: null,
    outer: null,
    ...effect,
  };
}
