import type { FastifyReply } from 'fastify';
import { PROBLEM_MEDIA_TYPE, RETRY_AFTER_SECONDS, problemOf } from '@redress/runtime';
import type { FieldProblem } from '@redress/runtime';

/** What a request is answered with: JSON, or a problem (RFC 9457) from status 400 on. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export function answer(body: unknown, status = 200): Answer {
  return { status, body };
}

/** A problem, in the words of its status unless others are given. */
export function refuse(
  status: number,
  given: { detail?: string; errors?: readonly FieldProblem[] } = {},
): Answer {
  return { status, body: problemOf(status, given) };
}

/** What the interface names and a later version fills. */
export function notBuiltYet(what: string): Answer {
  return {
    status: 501,
    body: {
      type: 'about:blank',
      title: 'Not built yet',
      status: 501,
      detail: `${what} This version cannot do it yet; nothing was changed.`,
    },
  };
}

export function sendAnswer(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  if (status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  void reply.code(status).header('cache-control', 'no-store');
  return reply
    .type(status >= 400 ? PROBLEM_MEDIA_TYPE : 'application/json; charset=utf-8')
    .send(JSON.stringify(body));
}
