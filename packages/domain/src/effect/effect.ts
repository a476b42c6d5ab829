import type { Outcome, RootCause, Severity } from '@redress/contracts';
import type { Reason } from '../touch/reason.ts';

/** One thing that happened because of a decision; `redress backtest` prints these, the log and the page show them. */
export interface Effect {
  readonly type:
    | 'feedback.decided'
    | 'alert.raised'
    | 'task.opened'
    | 'task.updated'
    | 'task.escalated'
    | 'task.reopened'
    | 'task.closed'
    | 'promise.recorded'
    | 'promise.kept'
    | 'promise.broken'
    | 'customer.joined'
    | 'feedback.retracted'
    | 'delivery.queued'
    | 'theme.alert';
  readonly at: string;
  readonly feedbackId: string | null;
  readonly customerId: string;
  readonly accountId: string | null;
  readonly taskId: string | null;
  /** Of this touch. */
  readonly severity: Severity | null;
  /** Of the task; never falls within a cycle. */
  readonly taskSeverity: Severity | null;
  readonly causes: readonly RootCause[];
  readonly reasons: readonly Reason[];
  readonly contacts: number;
  readonly churn: 'none' | 'risk' | 'stated';
  readonly owner: string | null;
  readonly outer: RootCause | null;
  readonly outcome?: Outcome;
  /** Why, in a sentence. */
  readonly reason?: string;
  readonly promise?: {
    readonly id: string;
    readonly text: string;
    readonly by: string;
    readonly madeBy: string | null;
    readonly dueAt: string | null;
  };
  readonly join?: { readonly from: string; readonly into: string };
  readonly delivery?: {
    readonly id: string;
    readonly recipient: string;
    readonly kind: string;
    readonly notBefore: string;
  };
  readonly rung?: number;
}
