import { RedressError } from '@redress/runtime';
import { sqlStateOf, storeError } from '../store-error.ts';

/**
 * Why no connection was got, in a sentence with the way out. `shown`: the database's address without secrets.
 * REDRESS_STORE_ABSENT (no such database), REDRESS_STORE_FORBIDDEN (user, password or rights), otherwise REDRESS_STORE_UNAVAILABLE (retryable).
 */
export function connectError(thrown: unknown, shown: string): RedressError {
  const error = storeError(thrown);
  const { cause } = error;
  const state = sqlStateOf(error) ?? '';
  const said = cause instanceof Error ? cause.message : 'no reason given';
  if (state === '3D000') {
    return new RedressError(
      'REDRESS_STORE_ABSENT',
      `There is no database ${shown}. Make it with "createdb", or correct DATABASE_URL; its tables are made by themselves.`,
      { cause },
    );
  }
  if (state.startsWith('28') || state === '42501') {
    return new RedressError(
      'REDRESS_STORE_FORBIDDEN',
      `The database ${shown} does not let us in (${state}). Check user and password in DATABASE_URL, the right to connect, and pg_hba.conf on the server.`,
      { cause },
    );
  }
  return new RedressError(
    'REDRESS_STORE_UNAVAILABLE',
    `The database ${shown} is not reached: ${said}. It is tried again by itself; check that the server runs and that DATABASE_URL is right.`,
    { cause, retryable: true },
  );
}
