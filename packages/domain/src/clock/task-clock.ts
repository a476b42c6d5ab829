/** A due time of a task, as a row: claimed when due, then read again under the customer's lock. */
export interface TaskClock {
  readonly taskId: string;
  readonly kind: 'escalate' | 'promise';
  /** Which one: the rung for `escalate` (`1.3`: cycle and rung), the promise's id for `promise`. */
  readonly key: string;
  readonly dueAt: string;
}
