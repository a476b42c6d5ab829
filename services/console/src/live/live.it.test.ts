import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRedisHotState } from '@redress/hot-state';
import type { CheckedHotState } from '@redress/hot-state';
import { silentLogger } from '@redress/runtime';
import { eventually, startRedisServer } from '@redress/testkit';
import type { RedisServer } from '@redress/testkit';
import { issueToken } from '../auth/tokens.ts';
import { aScored, openConsole } from '../fixtures/a-console.ts';
import type { TestConsole } from '../fixtures/a-console.ts';
import { openStream } from '../fixtures/open-stream.ts';
import type { OpenStream } from '../fixtures/open-stream.ts';

let redis: RedisServer;
const consoles: { server: TestConsole; hotState: CheckedHotState }[] = [];
const streams: OpenStream[] = [];

beforeEach(async () => {
  redis = await startRedisServer();
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  for (const { server, hotState } of consoles.splice(0)) {
    await server.close();
    await hotState.close();
  }
  await redis.stop();
});

async function open() {
  const hotState = await openRedisHotState({ url: redis.url, logger: silentLogger });
  const server = await openConsole({ hotState });
  consoles.push({ server, hotState });
  return { hotState, server };
}
async function listen({ port, accessToken }: TestConsole): Promise<OpenStream> {
  const stream = await openStream(port, { authorization: `Bearer ${accessToken}` });
  streams.push(stream);
  await eventually('first event', () => (stream.events.length > 0 ? true : null));
  return stream;
}
const told = ({ events }: OpenStream) => events.filter(({ event }) => event === 'news').length;
const isBack = (hotState: CheckedHotState) =>
  eventually('return of Redis', async () => ((await hotState.check()).ok ? true : null));

describe('two consoles on one Redis', () => {
  it('show each other’s changes within a second', async () => {
    const [{ server: one }, { server: two }] = [await open(), await open()];
    const task = (await one.seed(aScored('1')))!;
    const page = await listen(two);
    for (const action of ['acknowledge', 'claim']) {
      const before = told(page);
      expect((await one.ask('POST', `/v1/tasks/${task.id}/${action}`)).status).toBe(200);
      const answered = Date.now();
      await eventually('news', () => (told(page) > before ? true : null));
      expect(Date.now() - answered).toBeLessThan(1000);
    }
    expect(page.events.at(-1)).toEqual({
      event: 'news',
      data: { tasks: [task.id], deliveries: 0 },
    });
  });

  it('go on each for itself while it is away, say so, and find together again', async () => {
    const [one, two] = [await open(), await open()];
    const task = (await one.server.seed(aScored('1')))!;
    const [own, other] = [await listen(one.server), await listen(two.server)];
    await redis.stop();
    await eventually('notice', () =>
      own.events.length > 1 && other.events.length > 1 ? true : null,
    );
    expect(own.events.at(-1)).toEqual({ event: 'reach', data: { live: false } });

    expect((await one.server.ask('POST', `/v1/tasks/${task.id}/acknowledge`)).status).toBe(200);
    await eventually('news', () => (told(own) > 0 ? true : null));
    const ready = await one.server.inject({ url: '/health/ready' });
    expect(ready.statusCode).toBe(200);

    await redis.start();
    await Promise.all([isBack(one.hotState), isBack(two.hotState)]);
    await one.server.ask('POST', `/v1/tasks/${task.id}/claim`);
    await eventually('news', () => (told(other) > 0 ? true : null));
    expect(other.events.map(({ event }) => event)).toEqual(['reach', 'reach', 'reach', 'news']);
  });
});

describe('a console whose Redis is emptied again and again', () => {
  it('answers as ever: signing in, links, limits and live updates', async () => {
    const { server, hotState } = await open();
    const task = (await server.seed(aScored('1')))!;
    const page = await listen(server);
    const now = server.deps.clock.now();
    for (let round = 0; round < 10; round += 1) {
      await redis.empty();
      const { token } = await server.database.transaction((tx) =>
        issueToken(tx, { kind: 'start', ownerId: null, now }),
      );
      const payload = { token };
      const signIn = () => server.inject({ method: 'POST', url: '/v1/session', payload });
      expect((await signIn()).statusCode).toBe(201);
      await redis.empty();
      // Once used it is used: that is in the store.
      expect((await signIn()).statusCode).toBe(401);
      expect((await server.inject({ url: server.link(task, 'acknowledge') })).statusCode).toBe(200);
      const before = told(page);
      const body = { text: `round ${String(round)}` };
      const noted = await server.ask('POST', `/v1/tasks/${task.id}/note`, body, {
        'idempotency-key': `note-${String(round)}`,
      });
      await redis.empty();
      const again = await server.ask('POST', `/v1/tasks/${task.id}/note`, body, {
        'idempotency-key': `note-${String(round)}`,
      });
      expect([noted.status, again.status, again.body.version]).toEqual([
        200,
        200,
        noted.body.version,
      ]);
      await eventually('news', () => (told(page) > before ? true : null));
    }
    expect(await hotState.check()).toEqual({ ok: true });
  });
});
