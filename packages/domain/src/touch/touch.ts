import type { FeedbackScored, Outcome, RootCause, Severity } from '@redress/contracts';
import type { Reason } from './reason.ts';

/** A feedback of a customer in its current revision, with what was decided about it. */
export interface Touch {
  readonly customerId: string;
  readonly scored: FeedbackScored;
  readonly decision: TouchDecision | null;
}

/** What became of a touch. */
export interface TouchDecision {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly taskId: string | null;
  /** Null where the touch is no complaint. */
  readonly severity: Severity | null;
  readonly reasons: readonly Reason[];
  readonly causes: readonly RootCause[];
  /** The cause this touch counts for in the outer loop, or null. */
  readonly outer: RootCause | null;
  /** Every cause it counts for (a grievance counts once per cause and cycle). */
  readonly themes: readonly RootCause[];
}
