/** The one error type that is thrown on purpose. Compare by `code`, never by class: packages may be loaded twice. */
export class RedressError extends Error {
  readonly code: `REDRESS_${string}`;
  /** True where the same call may succeed later (a dependency is away). */
  readonly retryable: boolean;

  constructor(
    code: `REDRESS_${string}`,
    message: string,
    options: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'RedressError';
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** Whether something thrown is ours, by shape. */
export function isRedressError(thrown: unknown): thrown is RedressError {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    thrown.code.startsWith('REDRESS_')
  );
}
