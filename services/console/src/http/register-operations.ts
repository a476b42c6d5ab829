import type { FastifyInstance } from 'fastify';
import { isReady } from '@redress/runtime';
import type { ConsoleDependencies } from '../dependencies.ts';

/** What whoever operates it asks for: health, figures; and a count of every request by address and status. */
export function registerOperations(
  app: FastifyInstance,
  { health, metrics }: Pick<ConsoleDependencies, 'health' | 'metrics'>,
): void {
  const requests = metrics.counter('redress_http_requests_total', 'Requests by route and status.', [
    'method',
    'route',
    'status',
  ]);
  const duration = metrics.histogram(
    'redress_http_request_seconds',
    'Time to answer a request, by route.',
    ['method', 'route'],
  );
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    requests.inc({ method, route, status: String(reply.statusCode) });
    // A stream lasts as long as somebody listens; that is no time to answer.
    if (String(reply.raw.getHeader('content-type')).startsWith('text/event-stream')) return;
    duration.observe(reply.elapsedTime / 1000, { method, route });
  });
  app.get('/health/live', async () => health.live());
  app.get('/health/ready', async (_request, reply) => {
    const ready = await health.ready();
    return reply.code(isReady(ready) ? 200 : 503).send(ready);
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}
