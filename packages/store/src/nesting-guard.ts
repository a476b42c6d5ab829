import { AsyncLocalStorage } from 'node:async_hooks';
import { RedressError } from '@redress/runtime';

/** Knows whether it is asked inside a transaction of the same database. */
export interface NestingGuard {
  /** The refusal of a call from inside an open transaction, null outside of one. */
  refusal(): RedressError | null;
  /** Runs a transaction's work; inside until `leave` is called, wherever that work was carried on meanwhile. */
  inside<T>(work: (leave: () => void) => Promise<T>): Promise<T>;
  /** Runs something that has to do with no transaction, whoever caused it. */
  outside(work: () => void): void;
}

/** Waiting for the database inside one of its transactions would be waiting for oneself: such a call throws REDRESS_STORE_NESTED instead. */
export function createNestingGuard(): NestingGuard {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  return {
    refusal: () =>
      inside.getStore()?.open === true
        ? new RedressError(
            'REDRESS_STORE_NESTED',
            'The database was asked inside one of its own transactions. Use the transaction that was handed over.',
          )
        : null,
    inside: (work) => {
      const own = { open: true };
      return inside.run(own, () =>
        work(() => {
          own.open = false;
        }),
      );
    },
    outside: (work) => inside.run({ open: false }, work),
  };
}
