import { isRedressError } from './redress-error.ts';

/** One field that is wrong, by its dotted path, and why. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The answer to a request that cannot be served (RFC 9457), sent as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** Seconds after which a caller that got a 503 may come again (`Retry-After`). */
export const RETRY_AFTER_SECONDS = 5;

const KNOWN: Readonly<Record<number, readonly [title: string, detail: string]>> = {
  400: [
    'Not readable',
    'The body is no valid JSON. Nothing was kept; correct it and send it again.',
  ],
  401: [
    'Not signed in',
    'Send a token: `Authorization: Bearer …`, made with `redress token create`.',
  ],
  403: ['Not allowed', 'This token or session may not do that.'],
  404: ['Not found', 'There is nothing at this address.'],
  405: ['Not allowed here', 'This address does not take this method.'],
  409: [
    'Changed meanwhile',
    'It was changed by somebody else. Read it again and repeat what still applies.',
  ],
  413: [
    'Too large',
    'The body is larger than this address takes (256 KiB for feedback). Send it in parts.',
  ],
  415: [
    'Unknown content type',
    'This address does not take that content type; send `application/json`.',
  ],
  422: ['Not as expected', 'Some fields are missing or wrong; each is named with the reason.'],
  429: ['Too many requests', 'Wait a little and send it again.'],
  500: ['Failed', 'Something failed on our side. It is logged; nothing was half done.'],
  503: ['Not available', 'Something this needs does not answer. Send it again in a few seconds.'],
};

/** A problem of a status, in our words unless others are given. */
export function problemOf(
  status: number,
  given: { detail?: string; errors?: readonly FieldProblem[] } = {},
): Problem {
  const [title, detail] = KNOWN[status] ?? [`Status ${String(status)}`, 'This cannot be served.'];
  return {
    type: 'about:blank',
    title,
    status,
    detail: given.detail ?? detail,
    ...(given.errors === undefined ? {} : { errors: given.errors }),
  };
}

/**
 * The problem that something thrown while serving a request is: a retryable RedressError is a 503, an error that carries a status
 * of 4xx keeps it, all else is a 500. What others' errors say is not repeated: a parser quotes the body.
 */
export function problemOfThrown(thrown: unknown): Problem {
  if (isRedressError(thrown) && thrown.retryable) return problemOf(503, { detail: thrown.message });
  const status =
    thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
      ? thrown.statusCode
      : 500;
  return problemOf(status >= 400 && status < 500 ? status : 500);
}
