/** What every change carries: which transaction made it, and when. */
export interface Stamp {
  /** Of the store transaction; its outgoing rows carry it. */
  readonly transactionId: string;
  readonly at: string;
  /** Policy in force, named in what was decided. */
  readonly policyVersion?: string;
  /** Events that the transaction applied. */
  readonly eventIds?: readonly string[];
}
