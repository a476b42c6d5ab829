import type { FastifyInstance } from 'fastify';
import { createAuthenticate } from './auth/authenticate.ts';
import { registerMailFrame } from './deliveries/mail-frame.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import { registerDocs } from './docs/register-docs.ts';
import { registerErrors } from './http/register-errors.ts';
import { registerOperations } from './http/register-operations.ts';
import { registerRoutes } from './http/register-routes.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { registerLive } from './live/register-live.ts';
import { registerActionLinks } from './links/register-action-links.ts';
import { registerPage } from './page/register-page.ts';
import { consoleRoutes } from './routes.ts';

/**
 * The console on a server: API, page, action links, health, metrics, documentation. To be called first: its security headers,
 * error answers and request figures hold for whatever is registered on the same server after it.
 */
export async function registerConsole(
  app: FastifyInstance,
  deps: ConsoleDependencies,
): Promise<void> {
  addSecurityHeaders(app);
  registerErrors(app, deps.logger);
  registerOperations(app, deps);
  registerActionLinks(app, deps);
  const routes = consoleRoutes(deps);
  registerDocs(app, routes);
  await app.register(async (api) => {
    acceptNoBody(api);
    const authenticate = createAuthenticate(deps);
    registerRoutes(api, routes, authenticate);
    await api.register(async (frames) => {
      frames.addHook('onRequest', authenticate);
      registerMailFrame(frames, deps);
      registerLive(frames, deps);
    });
  });
  await registerPage(app);
}

/** `POST …/acknowledge` needs no body, and none is sent by many with the content type of JSON. */
function acceptNoBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}
