import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { actorOf } from '../auth/authenticate.ts';
import type { Actor } from '../auth/actor.ts';
import { refuse, sendAnswer } from './answer.ts';
import type { Route } from './route.ts';

const LONGEST_KEY = 200;

/** Stands in for who asks where anybody may. */
const ANYBODY: Actor = {
  name: 'anybody',
  token: { hash: '', kind: 'start', ownerId: null, createdAt: '', expiresAt: null, usedAt: null },
};

/** Registers the API's addresses; all but the open ones let nobody in whom `authenticate` does not know. */
export function registerRoutes(
  app: FastifyInstance,
  routes: readonly Route[],
  authenticate: onRequestAsyncHookHandler,
): void {
  for (const one of routes) {
    app.route<{ Params: Record<string, string> }>({
      method: one.method,
      url: one.url,
      bodyLimit: one.bodyLimit,
      ...(one.access === 'open' ? {} : { onRequest: authenticate }),
      async handler(request, reply) {
        const key = request.headers['idempotency-key'];
        if (Array.isArray(key) || (key?.length ?? 0) > LONGEST_KEY) {
          return sendAnswer(
            reply,
            refuse(422, {
              errors: [
                { field: 'Idempotency-Key', message: 'must be one text of up to 200 characters' },
              ],
            }),
          );
        }
        const answer = await one.handle({
          params: request.params,
          query: request.query,
          body: request.body,
          actor: one.access === 'open' ? ANYBODY : actorOf(request),
          idempotencyKey: key === undefined || key === '' ? null : key,
          reply,
          address: request.ip,
          secure: request.protocol === 'https',
        });
        return sendAnswer(reply, answer);
      },
    });
  }
}
