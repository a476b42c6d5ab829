/** Something that runs SQL: a transaction, or the database itself. Parameters are `$1 …`; JSON parameters are passed as text and cast in SQL. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Row[]; readonly affectedRows: number }>;
}

/** A database: PGlite in a worker thread, or PostgreSQL. */
export interface Database extends Queryable {
  /** Runs work in one transaction: committed when it resolves, rolled back when it throws. Work never awaits anything but the transaction's own queries. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  /** Runs several statements without parameters (migrations). */
  execute(sql: string): Promise<void>;
  close(): Promise<void>;
}
