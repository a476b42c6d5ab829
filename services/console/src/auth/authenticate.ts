import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { findToken } from '@redress/store';
import type { Token } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { refuse, sendAnswer } from '../http/answer.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import type { Actor } from './actor.ts';
import { readSessionCookie } from './session-cookie.ts';
import { hashToken } from './tokens.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const actors = new WeakMap<FastifyRequest, Actor>();

/** Who asks, once `authenticate` let the request pass. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (actor === undefined) throw new Error('the route is not behind authenticate');
  return actor;
}

/**
 * Lets a request pass that brings an access token (`Authorization: Bearer`) or a browser's session, and answers 401 otherwise. A session
 * changes things only from our own page (403), whatever other page a browser has open.
 */
export function createAuthenticate({
  database,
  clock,
}: Pick<ConsoleDependencies, 'database' | 'clock'>): onRequestAsyncHookHandler {
  const valid = async (secret: string, kind: Token['kind']): Promise<Token | null> => {
    const token = await findToken(database, hashToken(secret));
    if (token?.kind !== kind) return null;
    return token.expiresAt !== null && token.expiresAt <= clock.now() ? null : token;
  };
  return async (request, reply) => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const session = readSessionCookie(request);
    let token: Token | null = null;
    if (bearer !== undefined) {
      token = await valid(bearer, 'access');
    } else if (session !== null) {
      token = await valid(session, 'session');
      if (token !== null && !SAFE_METHODS.has(request.method) && !isSameOrigin(request)) {
        return sendAnswer(
          reply,
          refuse(403, { detail: 'A browser may change things from our own page alone.' }),
        );
      }
    }
    if (token === null) {
      void reply.header('www-authenticate', 'Bearer');
      return sendAnswer(reply, refuse(401));
    }
    actors.set(request, {
      name: token.ownerId ?? (token.kind === 'session' ? 'console' : 'api'),
      token,
    });
  };
}
