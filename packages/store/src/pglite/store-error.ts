import { RedressError } from '@redress/runtime';

/** PostgreSQL's classes of trouble that pass: connection, resources, disk, shutdown. */
const UNAVAILABLE = /^(08|53|57P|58)/;
/** Serialization failure, deadlock, lock not available. */
const CONTENTION = new Set(['40001', '40P01', '55P03']);
const UNIQUE_VIOLATION = '23505';

interface SqlFailure {
  readonly message: string;
  readonly code?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
}

/**
 * Our error for one of the engine's. Its text never carries a value of a row: PostgreSQL's detail is left out, and of its message
 * what stands in quotes when it is about a value (class 22).
 * REDRESS_STORE_CONFLICT (unique), REDRESS_STORE_CONTENTION and REDRESS_STORE_UNAVAILABLE (both retryable), REDRESS_STORE_REFUSED.
 */
export function storeError(thrown: unknown): RedressError {
  const { message, code, constraint, table } = failureOf(thrown);
  const said = code?.startsWith('22') === true ? message.replace(/"[\s\S]*"/, '(value)') : message;
  const where = [code, table, constraint].filter((part) => part !== undefined).join(', ');
  const text = `The store refused a statement${where === '' ? '' : ` (${where})`}: ${said}`;
  const cause = Object.assign(new Error(said), code === undefined ? {} : { code });
  if (code === UNIQUE_VIOLATION) return new RedressError('REDRESS_STORE_CONFLICT', text, { cause });
  if (code !== undefined && CONTENTION.has(code)) {
    return new RedressError('REDRESS_STORE_CONTENTION', text, { cause, retryable: true });
  }
  if (code !== undefined && UNAVAILABLE.test(code)) {
    return new RedressError('REDRESS_STORE_UNAVAILABLE', text, { cause, retryable: true });
  }
  return new RedressError('REDRESS_STORE_REFUSED', text, { cause });
}

/** The SQLSTATE of a store error, if the engine gave one. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { cause } = error;
  return typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string'
    ? cause.code
    : undefined;
}

function failureOf(thrown: unknown): SqlFailure {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(thrown, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    message: field('message') ?? 'no reason given',
    code: field('code'),
    constraint: field('constraint'),
    table: field('table'),
  };
}
