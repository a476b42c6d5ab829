import type { Evidence } from '@redress/contracts';

/** One contribution to a severity, in words a person can check. Points add up to what the severity was read from. */
export interface Reason {
  readonly code: ReasonCode;
  readonly points: number;
  readonly text: string;
  readonly evidence?: readonly Evidence[] | undefined;
  /** What of its kind it is, where the code is not all of it: the codes are a closed list, this is not. */
  readonly about?: string | undefined;
}

/** What `about` says: `someone-higher` of `exposure-threatened`: they take it up, not out. `competitor` of the codes about leaving: they know where to. */
export type ReasonAbout = 'someone-higher' | 'competitor';

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
