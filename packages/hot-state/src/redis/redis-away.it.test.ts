import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from '@redress/runtime';
import { eventually, startFaultProxy, startRedisServer } from '@redress/testkit';
import type { RedisServer } from '@redress/testkit';
import { Redis } from 'ioredis';
import type { CheckedHotState } from '../create-degrading-hot-state.ts';
import { openRedisHotState } from './open-redis-hot-state.ts';

let server: RedisServer;
let lines: string[];
let logger: Logger;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  server = await startRedisServer();
  lines = [];
  logger = createLogger({ name: 'test', destination: { write: (line) => lines.push(line) } });
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await server.stop();
});

async function open(url = server.url): Promise<CheckedHotState> {
  const hotState = await openRedisHotState({ url, logger });
  closing.push(() => hotState.close());
  return hotState;
}

function operator(): Redis {
  const redis = new Redis(server.url, { enableReadyCheck: false });
  redis.on('error', () => undefined);
  closing.push(async () => {
    redis.disconnect();
    return Promise.resolve();
  });
  return redis;
}

const said = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
const isAway = (hotState: CheckedHotState) =>
  eventually('notice that it is away', async () => ((await hotState.check()).ok ? null : true));
const isBack = (hotState: CheckedHotState) =>
  eventually('return', async () => ((await hotState.check()).ok ? true : null));
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('Redis that is stopped and started again', () => {
  it('degrades to the process and comes back without a restart, subscriptions included', async () => {
    const [one, two] = [await open(), await open()];
    const heard: string[] = [];
    const reaches: boolean[] = [];
    await two.subscribe(
      'tasks',
      (message) => heard.push(message),
      (now) => reaches.push(now),
    );
    await one.publish('tasks', 'before');
    await eventually('news', () => (heard.length === 1 ? true : null));

    await server.stop();
    expect([await one.claim('a', 60), await one.claim('a', 60)]).toEqual([true, false]);
    await two.publish('tasks', 'within two');
    await Promise.all([isAway(one), isAway(two)]);
    expect((await one.check()).detail).toMatch(/^Redis does not do its work \(/);

    await server.start();
    await Promise.all([isBack(one), isBack(two)]);
    await one.publish('tasks', 'after');
    await eventually('news', () => (heard.includes('after') ? true : null));
    expect(heard).toEqual(['before', 'within two', 'after']);
    expect(reaches).toEqual([false, true]);
    expect(await two.claim('b', 60)).toBe(true);
    expect(await one.claim('b', 60)).toBe(false);
    expect(said().filter((line) => line.includes('away'))).toHaveLength(2);
    expect(said().filter((line) => line.includes('back'))).toHaveLength(2);
  });

  it('may be away from the beginning, and listens once it is there', async () => {
    await server.stop();
    const hotState = await open();
    const heard: string[] = [];
    await hotState.subscribe('tasks', (message) => heard.push(message));
    expect(await hotState.check()).toMatchObject({ ok: false });
    expect((await hotState.check()).detail).toContain('ECONNREFUSED');
    expect(await hotState.withinLimit('a', 1, 60)).toBe(true);

    await server.start();
    await isBack(hotState);
    const other = await open();
    await other.publish('tasks', 'from another');
    await eventually('news', () => (heard.length === 1 ? true : null));
  });

  it('answers every call while it goes down and up again under load', async () => {
    const hotState = await open();
    let answered = 0;
    let slowest = 0;
    let going = true;
    const load = Array.from({ length: 20 }, async (_, worker) => {
      for (let call = 0; going; call += 1) {
        const took = await timed(async () => {
          await hotState.claim(`${String(worker)}:${String(call)}`, 5);
          await hotState.withinLimit(`w${String(worker)}`, 1_000_000, 5);
          await hotState.publish('tasks', 'x');
        });
        slowest = Math.max(slowest, took);
        answered += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    });
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await server.start();
      await isBack(hotState);
    }
    going = false;
    await Promise.all(load);
    expect(answered).toBeGreaterThan(500);
    expect(slowest).toBeLessThan(5_000);
  });
});

describe('a network that swallows everything', () => {
  it('holds a caller up for a second once, is noticed without a call, and comes back', async () => {
    const proxy = await startFaultProxy({ to: `127.0.0.1:${String(server.port)}` });
    closing.push(() => proxy.stop());
    const hotState = await open(`redis://${proxy.address}`);
    const heard: string[] = [];
    await hotState.subscribe('tasks', (message) => heard.push(message));

    await proxy.set('black-hole');
    const waits = await Promise.all(
      [1, 2, 3].map((call) => timed(() => hotState.claim(`c${String(call)}`, 60))),
    );
    expect(Math.max(...waits)).toBeLessThan(2_000);
    expect(await timed(() => hotState.claim('d', 60))).toBeLessThan(500);

    // Long enough for the silent connections to be given up and new ones to be tried.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await proxy.set('pass');
    await isBack(hotState);
    const other = await open();
    await other.publish('tasks', 'after');
    await eventually('news', () => (heard.includes('after') ? true : null));

    await proxy.set('black-hole');
    await isAway(hotState);
    await proxy.set('pass');
    await isBack(hotState);
  });

  it('opens within a few seconds all the same, and closes', async () => {
    const proxy = await startFaultProxy({ to: `127.0.0.1:${String(server.port)}` });
    closing.push(() => proxy.stop());
    await proxy.set('black-hole');
    let hotState: CheckedHotState | undefined;
    const openedIn = await timed(async () => {
      hotState = await openRedisHotState({ url: `redis://${proxy.address}`, logger });
    });
    expect(openedIn).toBeLessThan(5_000);
    expect((await hotState?.check())?.ok).toBe(false);
    expect(await timed(async () => hotState?.close())).toBeLessThan(2_000);
  });
});

describe('Redis that is emptied', () => {
  it('changes nothing but speed', async () => {
    const hotState = await open();
    const heard: string[] = [];
    await hotState.subscribe('tasks', (message) => heard.push(message));
    await hotState.set('a', '1', 60);
    expect(await hotState.withinLimit('a', 1, 60)).toBe(true);
    expect(await hotState.withinLimit('a', 1, 60)).toBe(false);
    for (let round = 0; round < 10; round += 1) {
      await operator().flushall();
      expect(await hotState.get('a')).toBeNull();
      expect(await hotState.withinLimit('a', 1, 60)).toBe(true);
      expect(await hotState.claim('a', 60)).toBe(true);
      await hotState.publish('tasks', String(round));
    }
    await eventually('news', () => (heard.length === 10 ? true : null));
    expect(await hotState.check()).toEqual({ ok: true });
    expect(lines).toEqual([]);
  });

  it('forgets scripts too, and counts on', async () => {
    const hotState = await open();
    expect(await hotState.withinLimit('a', 2, 60)).toBe(true);
    await operator().script('FLUSH');
    expect(await hotState.withinLimit('a', 2, 60)).toBe(true);
    expect(await hotState.withinLimit('a', 2, 60)).toBe(false);
    expect(lines).toEqual([]);
  });
});

describe('Redis that cannot do what it is asked', () => {
  it('is away while it is full, says so in a word, and comes back when there is room', async () => {
    const hotState = await open();
    const redis = operator();
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    await redis.config('SET', 'maxmemory', '1mb');
    expect(await hotState.claim('a', 60)).toBe(true);
    expect(await hotState.claim('a', 60)).toBe(false);
    await isAway(hotState);
    expect((await hotState.check()).detail).toContain('(OOM)');
    await redis.config('SET', 'maxmemory', '0');
    await isBack(hotState);
  });

  it('is away while it refuses the password, and tells it to nobody', async () => {
    await operator().config('SET', 'requirepass', 'right-password');
    const hotState = await open(server.url.replace('//', '//:wrong-password@'));
    expect((await hotState.check()).detail).toContain('(WRONGPASS)');
    expect(lines.join('')).not.toContain('password@');
    expect(lines.join('')).not.toContain('wrong-password');
    expect(await hotState.claim('a', 60)).toBe(true);
  });
});
