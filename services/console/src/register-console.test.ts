import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openConsole } from './fixtures/a-console.ts';
import type { TestConsole } from './fixtures/a-console.ts';
import { consoleRoutes } from './routes.ts';
import { issueToken } from './auth/tokens.ts';

let server: TestConsole;

beforeAll(async () => {
  server = await openConsole();
});
afterAll(() => server.close());

describe('who may ask', () => {
  it('lets nobody in without a token, on any address of the API but signing in', async () => {
    const closed = [
      ...consoleRoutes(server.deps).filter(({ url }) => !(url === '/v1/session')),
      { method: 'GET' as const, url: '/v1/deliveries/:id/mail/html' },
      { method: 'GET' as const, url: '/v1/live' },
    ];
    expect(closed.length).toBeGreaterThan(25);
    for (const { method, url } of closed) {
      const answered = await server.inject({ method, url: url.replace(/:\w+/g, 'x') });
      expect([url, answered.statusCode]).toEqual([url, 401]);
      expect(answered.headers['content-type']).toContain('application/problem+json');
    }
  });

  it.each(['Bearer wrong', 'Basic abc', 'Bearer'])('does not know %s', async (authorization) => {
    const answered = await server.inject({ url: '/v1/tasks', headers: { authorization } });
    expect(answered.statusCode).toBe(401);
  });

  it('does not take a token of another kind for access', async () => {
    const { token } = await server.database.transaction((tx) =>
      issueToken(tx, { kind: 'start', ownerId: null, now: server.deps.clock.now() }),
    );
    const answered = await server.inject({
      url: '/v1/tasks',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answered.statusCode).toBe(401);
  });
});

describe('a session', () => {
  const start = () =>
    server.database.transaction((tx) =>
      issueToken(tx, { kind: 'start', ownerId: null, now: server.deps.clock.now() }),
    );
  const signIn = (token: string) =>
    server.inject({ method: 'POST', url: '/v1/session', payload: { token } });

  it('is opened once with a one-time token, and read by a cookie out of reach of scripts', async () => {
    const { token } = await start();
    const first = await signIn(token);
    expect(first.statusCode).toBe(201);
    const cookie = String(first.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await signIn(token)).statusCode).toBe(401);
    const session = cookie.split(';')[0] ?? '';
    const tasks = await server.inject({ url: '/v1/tasks', headers: { cookie: session } });
    expect(tasks.statusCode).toBe(200);
  });

  it('is opened with a token of the API as often as that counts, and with no token of another browser', async () => {
    const issue = (kind: 'access' | 'session') =>
      server.database.transaction((tx) =>
        issueToken(tx, { kind, ownerId: null, now: server.deps.clock.now() }),
      );
    const { token } = await issue('access');
    expect((await signIn(token)).statusCode).toBe(201);
    expect((await signIn(token)).statusCode).toBe(201);
    expect((await signIn((await issue('session')).token)).statusCode).toBe(401);
  });

  it('changes something from our own page alone', async () => {
    const session =
      String((await signIn((await start()).token)).headers['set-cookie']).split(';')[0] ?? '';
    const change = (headers: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: '/v1/sources/shop/live',
        headers: { cookie: session, host: 'redress.test', ...headers },
      });
    expect((await change({})).statusCode).toBe(403);
    expect((await change({ origin: 'http://evil.test' })).statusCode).toBe(403);
    expect((await change({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await change({ origin: 'http://redress.test' })).statusCode).toBe(200);
    expect((await change({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });

  it('ends after twelve hours, and when somebody signs out', async () => {
    const sessionOf = async () =>
      String((await signIn((await start()).token)).headers['set-cookie']).split(';')[0] ?? '';
    const status = async (cookie: string) =>
      (await server.inject({ url: '/v1/tasks', headers: { cookie } })).statusCode;
    const left = await sessionOf();
    await server.inject({
      method: 'DELETE',
      url: '/v1/session',
      headers: { cookie: left, 'sec-fetch-site': 'same-origin' },
    });
    expect(await status(left)).toBe(401);
    const old = await sessionOf();
    expect(await status(old)).toBe(200);
    server.at('2026-11-22T21:00:00.000Z');
    expect(await status(old)).toBe(401);
    server.at('2026-11-22T09:00:00.000Z');
  });
});

describe('every answer', () => {
  it.each(['/', '/v1/tasks', '/a/x', '/docs', '/nowhere', '/assets/app.js'])(
    'to %s carries the headers that keep a browser from doing more than it should',
    async (url) => {
      const { headers } = await server.inject({ url });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    },
  );

  it('is a problem where nothing is', async () => {
    const { status, body } = await server.ask('GET', '/v1/nothing');
    expect([status, body.status, body.title]).toEqual([404, 404, 'Not found']);
  });

  it.each(['/%zz', `/v1/tasks/${'x'.repeat(200)}`])('is a problem for %s', async (url) => {
    const { status, body } = await server.ask('GET', url);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toMatchObject({
      status,
      detail: 'This address cannot be read. Nothing was changed.',
    });
  });

  it('says that it is not built yet, with 501, where a later version answers', async () => {
    for (const [method, url] of [
      ['GET', '/v1/themes'],
      ['GET', '/v1/action-plans'],
      ['PUT', '/v1/proportions'],
      ['POST', '/v1/tasks/x/undo'],
    ] as const) {
      const { status, body } = await server.ask(method, url);
      expect([url, status]).toEqual([url, 501]);
      expect(body.detail).toMatch(/come[s]? with/);
    }
  });
});

describe('what anybody may read', () => {
  it.each([
    ['/', 'text/html'],
    ['/tasks/some-id', 'text/html'],
    ['/assets/style.css', 'text/css'],
    ['/health/live', 'application/json'],
    ['/health/ready', 'application/json'],
    ['/metrics', 'text/plain'],
    ['/docs', 'text/html'],
    ['/docs/openapi.json', 'application/json'],
  ])('%s', async (url, type) => {
    const answered = await server.inject({ url });
    expect(answered.statusCode).toBe(200);
    expect(answered.headers['content-type']).toContain(type);
  });

  it('names every address of the API in its documentation', async () => {
    const { paths } = (await server.inject({ url: '/docs/openapi.json' })).json<{
      paths: Record<string, object>;
    }>();
    for (const { url } of consoleRoutes(server.deps)) {
      expect(Object.keys(paths)).toContain(url.replace(/:(\w+)/g, '{$1}'));
    }
  });

  it('does not lead out of the page’s own folder', async () => {
    for (const url of ['/assets/../package.json', '/assets/%2e%2e/package.json']) {
      expect((await server.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
    }
  });
});
