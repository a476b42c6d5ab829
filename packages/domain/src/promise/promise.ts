/** A promise: what, by whom, by when, and whether it was kept. */
export interface PromiseEntry {
  readonly id: string;
  readonly text: string;
  readonly by: 'company' | 'customer' | 'owner';
  readonly madeAt: string;
  /** The feedback it was found in; null for a promise an owner recorded. */
  readonly feedbackId: string | null;
  /** Null where no time was named. */
  readonly dueAt: string | null;
  readonly status: 'pending' | 'kept' | 'broken' | 'open-ended';
  readonly settledAt: string | null;
}
