import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLogger } from '@redress/runtime';
import { startFaultProxy, testServers } from '@redress/testkit';
import { Redis } from 'ioredis';
import { describeHotState } from '../conformance.ts';
import { createRedisHotState } from './create-redis-hot-state.ts';
import { openRedisHotState } from './open-redis-hot-state.ts';

const aPrefix = (): string => `redress-test-${randomUUID().slice(0, 8)}:`;
const open = (prefix: string, url = testServers().redis) =>
  openRedisHotState({ url, prefix, logger: silentLogger });

describeHotState('Redis', async () => {
  const hotState = await open(aPrefix());
  return {
    hotState,
    advance: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    async cleanup() {
      await hotState.flush();
      await hotState.close();
    },
  };
});

describe('Redis shared by two processes', () => {
  let redis: Redis;
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  beforeAll(() => {
    redis = new Redis(testServers().redis);
  });
  afterAll(async () => {
    await redis.quit();
  });

  it('is one state: claims, limits, values and news', async () => {
    const prefix = aPrefix();
    const [one, two] = [await open(prefix), await open(prefix)];
    expect([await one.claim('a', 60), await two.claim('a', 60)]).toEqual([true, false]);
    expect([await one.withinLimit('a', 1, 60), await two.withinLimit('a', 1, 60)]).toEqual([
      true,
      false,
    ]);
    await one.set('a', 'value', 60);
    expect(await two.get('a')).toBe('value');
    const heard = new Promise((resolve) => void two.subscribe('tasks', resolve));
    // The subscription is in place once the one after it is.
    await two.subscribe('tasks', () => undefined);
    await one.publish('tasks', 'news');
    expect(await heard).toBe('news');
    await one.flush();
    await Promise.all([one.close(), two.close()]);
  });

  it('keeps installations apart, and flushes its own alone', async () => {
    const [one, two] = [await open(aPrefix()), await open(aPrefix())];
    await one.set('a', 'one', 60);
    await two.set('a', 'two', 60);
    await one.flush();
    expect([await one.get('a'), await two.get('a')]).toEqual([null, 'two']);
    await two.flush();
    await Promise.all([one.close(), two.close()]);
  });

  it('shows nothing of what a key is made of', async () => {
    const prefix = aPrefix();
    const hotState = await open(prefix);
    await hotState.withinLimit('session:203.0.113.7', 1, 60);
    await hotState.claim('ada@example.com', 60);
    await hotState.set('ada@example.com', '1', 60);
    const keys = await redis.keys(`${prefix}*`);
    expect(keys.filter((key) => !key.endsWith('probe'))).toHaveLength(3);
    expect(keys.join(' ')).not.toMatch(/203|ada|@/);
    await hotState.flush();
    expect(await redis.keys(`${prefix}*`)).toEqual([]);
    await hotState.close();
  });

  it('lets every key run out by itself', async () => {
    const prefix = aPrefix();
    const hotState = await open(prefix);
    await Promise.all([
      hotState.claim('a', 60),
      hotState.withinLimit('a', 9, 60),
      hotState.withinLimit('a', 9, 60),
      hotState.set('a', '1', 60),
    ]);
    for (const key of await redis.keys(`${prefix}*`))
      expect([key, (await redis.pttl(key)) > 0]).toEqual([key, true]);
    await hotState.flush();
    await hotState.close();
  });

  it('does nothing twice where the answer was lost with the connection', async () => {
    let cut = false;
    const proxy = await startFaultProxy({
      to: new URL(testServers().redis).host,
      cutAfter: (bytes, from) => cut && from === 'client' && bytes.includes('limit:'),
    });
    const prefix = aPrefix();
    const hotState = await createRedisHotState({
      url: `redis://${proxy.address}`,
      prefix,
      keySecret: '',
    });
    closing.push(
      () => hotState.flush(),
      () => hotState.close(),
      () => proxy.stop(),
    );
    expect(await hotState.withinLimit('a', 9, 60)).toBe(true);
    cut = true;
    await expect(hotState.withinLimit('a', 9, 60)).rejects.toMatchObject({
      code: 'REDRESS_REDIS_AWAY',
      retryable: true,
    });
    cut = false;
    const back = new Promise<void>((resolve) => {
      hotState.watch((lost) => {
        if (lost === null) resolve();
      });
    });
    await back;
    const [key = ''] = await redis.keys(`${prefix}limit:*`);
    expect(await redis.get(key)).toBe('2');
  });
});
