import { withoutUnstorable } from '@redress/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.ts';
import type { Answer } from './answer.ts';
import { refuse } from './answer.ts';
import { describeIssues } from './describe-issues.ts';

/** A request as a route sees it, before its schemas were applied. */
export interface RawRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly actor: Actor;
  /** The `Idempotency-Key` header, null where none was sent. */
  readonly idempotencyKey: string | null;
  readonly reply: FastifyReply;
  /** Network address that asks; for rate limits alone. */
  readonly address: string;
  /** Over TLS, directly or by a proxy that is trusted. */
  readonly secure: boolean;
}

export type RouteRequest<Query, Body> = Omit<RawRequest, 'query' | 'body'> & {
  readonly query: Query;
  readonly body: Body;
};

/** One address of the API, as data: registered, documented and tested from the same list. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** One sentence for the documentation. */
  readonly summary: string;
  /** `open` takes requests of anybody. */
  readonly access: 'signed in' | 'open';
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  /** Most bytes of a body. */
  readonly bodyLimit: number;
  readonly handle: (request: RawRequest) => Promise<Answer>;
}

/** 256 KiB. */
const BODY_LIMIT = 256 * 1024;

/**
 * A route whose query and body are checked before it is handled: 422 names every field that is wrong. NUL and lone surrogates, which no store
 * keeps, become U+FFFD wherever they stand.
 */
export function route<Query extends z.ZodType, Body extends z.ZodType>(options: {
  readonly method: Route['method'];
  readonly url: string;
  readonly summary: string;
  readonly access?: Route['access'];
  readonly query?: Query;
  readonly body?: Body;
  readonly bodyLimit?: number;
  readonly handle: (request: RouteRequest<z.output<Query>, z.output<Body>>) => Promise<Answer>;
}): Route {
  const { query, body, handle } = options;
  return {
    method: options.method,
    url: options.url,
    summary: options.summary,
    access: options.access ?? 'signed in',
    query: query ?? null,
    body: body ?? null,
    bodyLimit: options.bodyLimit ?? BODY_LIMIT,
    async handle(request) {
      const asked = query?.safeParse(request.query);
      if (asked !== undefined && !asked.success) {
        return refuse(422, { errors: describeIssues(asked.error) });
      }
      const given = body?.safeParse(request.body ?? {}, { reportInput: true });
      if (given !== undefined && !given.success) {
        return refuse(422, { errors: describeIssues(given.error) });
      }
      return handle({
        ...request,
        params: withoutUnstorable(request.params).value,
        query: withoutUnstorable(asked?.data).value as z.output<Query>,
        body: withoutUnstorable(given?.data).value as z.output<Body>,
      });
    },
  };
}
