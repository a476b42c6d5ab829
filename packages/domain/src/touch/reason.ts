import type { Evidence } from '@redress/contracts';

/** One contribution to a severity, in words a person can check. Points add up to what the severity was read from. */
export interface Reason {
  readonly code: ReasonCode;
  readonly points: number;
  readonly text: string;
  readonly evidence?: readonly Evidence[] | undefined;
}

export type ReasonCode =
  | 'score'
  | 'sentiment'
  | 'cause'
  | 'churn-risk'
  | 'churn-stated'
  | 'exposure-threatened'
  | 'exposure-public'
  | 'amount-anomaly'
  | 'repeat-contact'
  | 'passed-promise'
  | 'value'
  | 'revenue-share'
  | 'renewal'
  | 'friction'
  | 'effort'
  | 'solved'
  | 'renewed';
