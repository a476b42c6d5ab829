/** Something that runs SQL: a transaction, or the database itself. Parameters are `$1 …`; JSON parameters are passed as text and cast in SQL. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Row[]; readonly affectedRows: number }>;
}

/** A database: PGlite in a worker thread, or PostgreSQL. */
export interface Database extends Queryable {
  /**
   * Runs work in one transaction: committed when it resolves, rolled back when it throws. Work never awaits anything but the transaction's own
   * queries, and may be run again (it met another in a circle, its connection was lost): what it told anybody else must hold for the last run alone.
   * REDRESS_STORE_COMMIT_UNKNOWN (retryable): nobody can tell whether it was kept. The same holds for a single statement that ends with
   * REDRESS_STORE_UNAVAILABLE.
   */
  transaction<T>(
    work: (transaction: Queryable) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /** Runs several statements without parameters (migrations). */
  execute(sql: string): Promise<void>;
  /** Takes a name for this process (PostgreSQL: a session's advisory lock); null while another process holds it. */
  takeLead(name: string): Promise<Lead | null>;
  /** Tells every process on this store that listens, this one too. Best effort: who listens also looks by itself now and then. */
  notify(channel: string): Promise<void>;
  /** Calls the listener at each notification until the returned function is called. Outlasts a lost connection. */
  listen(channel: string, listener: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** All its statements see the store as it is at its begin, whatever others commit meanwhile; for figures that must add up. */
  readonly snapshot?: boolean;
}

/** A name that one process at a time holds; it is given back by `release`, or by itself when the process or its connection ends. */
export interface Lead {
  /** Aborts when the lead was lost without being given back. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}
