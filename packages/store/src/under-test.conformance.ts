import type { Database } from './queryable.ts';

/** A migrated, empty database under test. */
export interface DatabaseUnderTest {
  readonly database: Database;
  /** Opens the same store once more, as another process does; closed by the test. Absent where one process has the store alone. */
  readonly openAnother?: () => Promise<Database>;
  /** Called after `database` was closed. */
  cleanup(): Promise<void>;
}

export interface DatabaseCapabilities {
  /** Transactions go on side by side; otherwise they take turns. */
  readonly parallel: boolean;
}
