import { RedressError, isRedressError } from '@redress/runtime';

/** PostgreSQL's classes of trouble that pass: connection, resources, shutdown, disk; and what it ends a session with. */
const UNAVAILABLE = /^(08|53|57P|58|25006|25P03|25P04)/;
/** Serialization failure, deadlock, lock not available. */
const PASSING = new Set(['40001', '40P01', '55P03']);
/** And a statement that took too long, mostly because it waited. */
const CONTENTION = new Set([...PASSING, '57014']);
const UNIQUE_VIOLATION = '23505';
/** Every class of SQLSTATE that PostgreSQL has; node's codes of five letters (EPIPE) are none of them. */
const SQLSTATE = /^(?:\d|F0|HV|P0|XX)[0-9A-Z]{3,4}$/;
/** What node and the driver call a server that is not reached, or no longer. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOENT',
]);
const DRIVER_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|Client has encountered a connection error|Cannot use a pool)/;

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
  const told = `${where === '' ? '' : ` (${where})`}: ${said}`;
  const text = `The store refused a statement${told}`;
  const cause = Object.assign(new Error(said), code === undefined ? {} : { code });
  if (code === UNIQUE_VIOLATION) return new RedressError('REDRESS_STORE_CONFLICT', text, { cause });
  if (code !== undefined && CONTENTION.has(code)) {
    return new RedressError('REDRESS_STORE_CONTENTION', text, { cause, retryable: true });
  }
  if (isUnavailable(code, message)) {
    return new RedressError('REDRESS_STORE_UNAVAILABLE', `The store does not answer${told}`, {
      cause,
      retryable: true,
    });
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
    typeof cause.code === 'string' &&
    SQLSTATE.test(cause.code)
    ? cause.code
    : undefined;
}

function isUnavailable(code: string | undefined, message: string): boolean {
  if (code === undefined) return DRIVER_LOST.test(message);
  return SQLSTATE.test(code) ? UNAVAILABLE.test(code) : NETWORK.has(code);
}

function failureOf(thrown: unknown): SqlFailure {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown) };
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(thrown, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    // Several addresses that were all tried have no message of their own.
    message: field('message') ?? firstMessage(thrown) ?? 'no reason given',
    code: field('code'),
    constraint: field('constraint'),
    table: field('table'),
  };
}

function firstMessage(thrown: object): string | undefined {
  if (!(thrown instanceof AggregateError)) return undefined;
  const [first] = thrown.errors as unknown[];
  return first instanceof Error ? first.message : undefined;
}

/** What everything that is asked of a closed store is answered with. */
export function closedError(): RedressError {
  return new RedressError(
    'REDRESS_STORE_CLOSED',
    'The store is closed; nothing can be asked of it any more.',
  );
}

/** Whether a failed transaction may end better when it is run again: it met another, or lost its connection. */
export function isPassing(error: unknown): boolean {
  if (!isRedressError(error)) return false;
  return error.code === 'REDRESS_STORE_UNAVAILABLE' || PASSING.has(sqlStateOf(error) ?? '');
}
