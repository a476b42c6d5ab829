import type { RootCause, Severity } from '@redress/contracts';
import type { PromiseEntry } from '../promise/promise.ts';
import type { Reason } from '../touch/reason.ts';

export const OPEN_STATES = ['open', 'acknowledged', 'promised', 'delivered'] as const;
export type OpenState = (typeof OPEN_STATES)[number];
export type TaskState = OpenState | 'resolved' | 'closed';

/** When each step is due; null once it is done. */
export interface ClockTimes {
  readonly acknowledgeDueAt: string | null;
  readonly promiseDueAt: string | null;
  readonly deliverDueAt: string | null;
}

/** The follow-up of one grievance: one owner, clocks, and all that was said about it. */
export interface Task {
  readonly id: string;
  readonly customerId: string;
  readonly accountId: string | null;
  readonly state: TaskState;
  /** 1, and one more with each reopening. */
  readonly cycle: number;
  /** Worst within the cycle; never falls. */
  readonly severity: Severity;
  readonly causes: readonly RootCause[];
  readonly churn: 'none' | 'risk' | 'stated';
  readonly exposure: 'none' | 'threatened' | 'public';
  /** How often the customer had to turn to us about it. */
  readonly contacts: number;
  /** The customer's minutes, as far as stated. */
  readonly minutes: number;
  /** What the severity was read from. */
  readonly reasons: readonly Reason[];
  readonly language: string;
  readonly touchpoint: string | null;
  readonly owner: string;
  /** Why this owner, e.g. the route's name. */
  readonly ownerReason: string;
  /** First touch of the cycle: when it occurred (the customer's clocks) and when we had it (the staff's). */
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly openedAt: string;
  /** Staff's clocks at the top, the customer's beneath. */
  readonly clocks: ClockTimes & { readonly customer: ClockTimes };
  readonly acknowledgedAt: string | null;
  readonly promisedAt: string | null;
  readonly deliveredAt: string | null;
  readonly resolvedAt: string | null;
  readonly resolution: {
    readonly cause: string;
    /** What the customer's words complain of, as the owner confirmed or corrected it. */
    readonly causes?: readonly RootCause[] | undefined;
    readonly action: { readonly type: string; readonly cost?: number | undefined };
    readonly note?: string | undefined;
    readonly by: string;
  } | null;
  /** Why a closed task was closed: retracted, not a complaint, or merged into another. */
  readonly closedReason: string | null;
  readonly promises: readonly PromiseEntry[];
  /** Feedback ids in order of (occurredAt, id). */
  readonly touches: readonly string[];
  /** Causes already counted in the outer loop in this cycle. */
  readonly counted: readonly RootCause[];
  /** How many rungs of the ladder have fired in this cycle, and when the last did. */
  readonly ladder: { readonly fired: number; readonly lastAt: string | null };
  /** When the task must next move or be heard of; null once it is resolved or closed. */
  readonly nextClockAt: string | null;
  /** Earlier cycles of a reopened task, oldest first, with their clocks as they ended. */
  readonly pastCycles: readonly PastCycle[];
  readonly sample: boolean;
  /** From a source that is not live yet: shown, never mailed. */
  readonly shadow: boolean;
  readonly version: number;
}

/** A cycle that ended, kept when the task is reopened. */
export interface PastCycle {
  readonly cycle: number;
  readonly touches: readonly string[];
  readonly severity: Severity;
  readonly openedAt: string;
  readonly acknowledgedAt: string | null;
  readonly promisedAt: string | null;
  readonly deliveredAt: string | null;
  /** When it was resolved or closed. */
  readonly endedAt: string;
  readonly resolution: Task['resolution'];
}

/** Whether somebody still has to act. */
export function isOpen(task: Pick<Task, 'state'>): boolean {
  return task.state !== 'resolved' && task.state !== 'closed';
}
