import { RedressError } from '@redress/runtime';
import type { Queryable } from './queryable.ts';

/** A transaction as its work sees it. */
export interface OpenTransaction {
  readonly queryable: Queryable;
  /** Waits for the statements that nobody waited for and takes no more. Answers the first failure, also one that the work swallowed. */
  end(): Promise<Error | undefined>;
}

/** Hands statements on one after the other and remembers what failed: COMMIT of a transaction with a failed statement rolls back without a word. */
export function openTransaction(query: Queryable['query']): OpenTransaction {
  let open = true;
  let failure: Error | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    queryable: {
      query: (sql, parameters) => {
        if (!open) {
          return Promise.reject(
            new RedressError(
              'REDRESS_STORE_CLOSED',
              'This transaction has ended; a statement came too late.',
            ),
          );
        }
        const asked = last.then(() => query<never>(sql, parameters));
        last = asked.catch((error: unknown) => {
          failure ??= error as Error;
        });
        return asked;
      },
    },
    async end() {
      open = false;
      await last;
      return failure;
    },
  };
}
