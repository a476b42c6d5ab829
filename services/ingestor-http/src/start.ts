import type { EventLog } from '@redress/event-log';
import type { HotState } from '@redress/hot-state';
import { createIngestor } from '@redress/intake';
import { PROBLEM_MEDIA_TYPE, listen, problemOf } from '@redress/runtime';
import type { Clock, Health, Logger, Metrics, Running } from '@redress/runtime';
import Fastify from 'fastify';
import type { onRequestAsyncHookHandler } from 'fastify';
import { followTokens } from './auth/follow-tokens.ts';
import type { Tokens } from './auth/follow-tokens.ts';
import { registerIngestRoutes } from './register-ingest-routes.ts';
import { sendProblem } from './register-problem-errors.ts';

export interface IngestorHttpDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly hotState: Pick<HotState, 'withinLimit'>;
  /** Requests to POST /v1/feedback of one token in ten seconds. */
  readonly feedbackLimit: number;
  /** Key of the partition's hash; the same for every ingestor. */
  readonly secret: string;
  /** A token besides those made with `redress token create`. */
  readonly token?: string | undefined;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface IngestorHttp extends Running {
  /** Without a slash at the end. */
  readonly address: string;
}

/** Starts taking feedback over HTTP into the log. It knows no store: tokens are read from their topic. */
export async function startIngestorHttp(deps: IngestorHttpDependencies): Promise<IngestorHttp> {
  const { log, health, hotState, host, port } = deps;
  const tokens = await followTokens(deps);
  const app = Fastify({ logger: false, forceCloseConnections: true });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf(404)));
  health.register('log', () => log.ping().then(() => ({ ok: true })));
  await registerIngestRoutes(app, {
    ...deps,
    ingestor: createIngestor({ ...deps, name: 'ingestor-http' }),
    authenticate: createAuthenticate(tokens),
    feedbackLimit: { hotState, limit: deps.feedbackLimit },
  });
  try {
    return {
      address: await listen(app, { host, port, settings: 'REDRESS_HOST and REDRESS_PORT' }),
      async stop() {
        await app.close();
        await tokens.stop();
      },
    };
  } catch (thrown) {
    await tokens.stop();
    throw thrown;
  }
}

/** Lets a request pass that brings a token of the API, and answers 401 otherwise. */
function createAuthenticate({ isValid }: Pick<Tokens, 'isValid'>): onRequestAsyncHookHandler {
  return async (request, reply) => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined && isValid(bearer)) return;
    await reply
      .code(401)
      .header('www-authenticate', 'Bearer')
      .type(PROBLEM_MEDIA_TYPE)
      .send(problemOf(401));
  };
}
