export type DeliveryKind = 'opened' | 'alert' | 'escalation' | 'promise-broken' | 'digest';

/** A message to an owner. Composed when it starts, so that it says what is true then. */
export interface Delivery {
  readonly id: string;
  /** Null for a digest. */
  readonly taskId: string | null;
  readonly cycle: number;
  /** Owner's id. */
  readonly recipient: string;
  readonly kind: DeliveryKind;
  /** What is new, one sentence each. */
  readonly news: readonly News[];
  readonly state:
    'queued' | 'sending' | 'sent' | 'cancelled' | 'failed' | 'unknown' | 'shadow' | 'digested';
  /** Why it was cancelled, failed, or is only shown. */
  readonly reason: string | null;
  readonly createdAt: string;
  /** Not before this instant: the settling time, or a retry. */
  readonly notBefore: string;
  readonly attempts: number;
  /** Kept through every retry. */
  readonly messageId: string;
  readonly sentAt: string | null;
  readonly sample: boolean;
  readonly version: number;
}

/** One thing the owner must know. */
export interface News {
  readonly code:
    | 'opened'
    | 'reopened'
    | 'worse'
    | 'new-cause'
    | 'promise-broken'
    | 'public'
    | 'churn'
    | 'again'
    | 'detractor'
    | 'escalated'
    | 'assigned';
  readonly text: string;
  readonly feedbackId: string | null;
}
