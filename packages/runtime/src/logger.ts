import pino from 'pino';

/** What a line is written with; nobody but this package imports pino. */
export type Logger = pino.Logger;

/** Where lines go: anything with `write`, one call a line. */
export type LogDestination = pino.DestinationStream;

/** Fields that may hold a customer's words, name or address, or a secret, wherever they stand. */
const SENSITIVE_FIELDS = [
  'text',
  'turns',
  'name',
  'email',
  'phone',
  'identities',
  'identity',
  'value',
  'subject',
  'body',
  'authorization',
  'cookie',
  'token',
  'password',
  'secret',
] as const;

/** Deepest place of a sensitive field: `{ a: { b: { c: { text } } } }`. Deeper things are not logged. */
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'] as const;

/**
 * A JSON logger: one object a line, ISO time, `service` instead of pino's `name` (names are redacted).
 * Sensitive fields are replaced down to four levels, child bindings included; errors keep type, code, message, stack and causes,
 * because drivers hang rows and parameters on theirs. The message itself is not redacted: it is a fixed phrase.
 */
export function createLogger(options: {
  name: string;
  level?: string;
  destination?: LogDestination;
}): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level ?? 'info',
    base: { service: options.name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: {
      paths: DEPTHS.flatMap((depth) => SENSITIVE_FIELDS.map((field) => `${depth}${field}`)),
      censor: '[redacted]',
    },
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}

/** A logger that writes nothing, for tests and tools. */
export const silentLogger: Logger = pino({ level: 'silent' });

interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

function describeError(thrown: unknown, depth = 0): DescribedError {
  if (!(thrown instanceof Error)) {
    return { type: typeof thrown, message: 'something that is no error was thrown' };
  }
  // JSON.parse quotes its input in the message, and the input is a customer's.
  const quotes = thrown.name === 'SyntaxError';
  const message = quotes ? 'syntax error in some input' : thrown.message;
  const stack = quotes ? thrown.stack?.replaceAll(thrown.message, message) : thrown.stack;
  return {
    type: thrown.name,
    ...('code' in thrown && typeof thrown.code === 'string' ? { code: thrown.code } : {}),
    message,
    ...(stack === undefined || depth > 0 ? {} : { stack }),
    ...(thrown.cause === undefined || depth >= 3
      ? {}
      : { cause: describeError(thrown.cause, depth + 1) }),
  };
}
