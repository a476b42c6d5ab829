import type { FastifyInstance } from 'fastify';
import { RETRY_AFTER_SECONDS } from '@redress/runtime';
import { actorOf } from '../auth/authenticate.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { refuse, sendAnswer } from '../http/answer.ts';
import { createLiveHub } from './create-live-hub.ts';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // A proxy that gathers answers would hold the events back.
  'x-accel-buffering': 'no',
};

/**
 * `GET /v1/live`: server-sent events for whoever is signed in. `news` names what changed, by ids, and means "look again"; `reach` says whether
 * the changes of other processes come through. Streams end when the server closes. To be registered behind authenticate.
 */
export function registerLive(
  app: FastifyInstance,
  { hotState, metrics }: Pick<ConsoleDependencies, 'hotState' | 'metrics'>,
): void {
  const hub = createLiveHub({ hotState });
  metrics.gauge('redress_live_streams', 'Open pages that hear of changes.', [], (gauge) => {
    gauge.set(hub.size);
  });
  app.addHook('preClose', () => hub.close());
  app.get('/v1/live', { exposeHeadRoute: false }, async (request, reply) => {
    const caller = actorOf(request).token.hash;
    const refusal = hub.refusal(caller);
    if (refusal !== null) {
      void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
      return sendAnswer(reply, refuse(refusal, { detail: 'Too many pages are open already.' }));
    }
    reply.hijack();
    const stream = reply.raw;
    for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...HEADERS })) {
      if (value !== undefined) stream.setHeader(name, value);
    }
    stream.flushHeaders();
    await hub.join(stream, caller);
    return reply;
  });
}
