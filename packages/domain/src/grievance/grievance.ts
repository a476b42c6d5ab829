import type { FeedbackScored, RootCause, Severity } from '@redress/contracts';
import type { Customer } from '../customer/customer.ts';
import type { PromiseEntry } from '../promise/promise.ts';
import type { TouchReading } from '../touch/read-touch.ts';
import type { Reason } from '../touch/reason.ts';

/** A touch with what the fold made of it. */
export interface FoldedTouch {
  readonly customer: Customer;
  readonly scored: FeedbackScored;
  readonly reading: TouchReading;
  /** Null outside a grievance, and for neutral or positive touches within one. */
  readonly severity: Severity | null;
  readonly reasons: readonly Reason[];
  /** Customer's churn as this touch shows it, inferred risk included. */
  readonly churn: 'none' | 'risk' | 'stated';
  readonly exposure: 'none' | 'threatened' | 'public';
  /** Causes it counts for in the outer loop (new in this grievance), root first. */
  readonly themes: readonly RootCause[];
  readonly outer: RootCause | null;
}

/** One grievance: what a task is about. Built by the fold in order of (occurredAt, id). */
export interface Grievance {
  /** Customer of its first touch: the task's. */
  readonly customer: Customer;
  readonly touches: readonly FoldedTouch[];
  readonly severity: Severity;
  /** Reasons of the touch that set the severity. */
  readonly reasons: readonly Reason[];
  readonly causes: readonly RootCause[];
  readonly churn: 'none' | 'risk' | 'stated';
  readonly exposure: 'none' | 'threatened' | 'public';
  readonly contacts: number;
  readonly minutes: number;
  readonly promises: readonly PromiseEntry[];
  readonly counted: readonly RootCause[];
  /** Stored task cycles that hold its touches, e.g. two where news shows that they are one. */
  readonly cycles: readonly StoredCycle[];
  /** The task it comes back to: resolved not long ago, with a shared cause. */
  readonly reopens: string | null;
}

/** A cycle of a stored task: which touches were known to belong to it, and whether it has ended. */
export interface StoredCycle {
  readonly taskId: string;
  readonly cycle: number;
  readonly openedAt: string;
  readonly touches: ReadonlySet<string>;
  readonly endedAt: string | null;
  /** When the owner delivered what was promised, null before. */
  readonly deliveredAt: string | null;
  /** Promises the owner recorded. */
  readonly ownerPromises: readonly PromiseEntry[];
}
