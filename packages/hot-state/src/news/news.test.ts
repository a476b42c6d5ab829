import { describe, expect, it } from '@jest/globals';
import { createMemoryHotState } from '../memory.ts';
import { announce } from './announce.ts';
import { NEWS_CHANNEL, mergeNews, readNews } from './news.ts';

const clock = { now: () => '2026-11-22T09:00:00.000Z', sleep: () => Promise.resolve() };

describe('announce', () => {
  it('tells what changed to whoever listens', async () => {
    const hotState = createMemoryHotState({ clock });
    const heard: unknown[] = [];
    await hotState.subscribe(NEWS_CHANNEL, (message) => heard.push(readNews(message)));
    announce(hotState, { tasks: ['a', 'b', 'a'], deliveries: 2 });
    announce(hotState, { tasks: null });
    announce(hotState, {});
    expect(heard).toEqual([
      { tasks: ['a', 'b'], deliveries: 2 },
      { tasks: null, deliveries: 0 },
    ]);
  });

  it('neither fails nor waits where nobody takes it', async () => {
    const hotState = createMemoryHotState({ clock });
    await hotState.close();
    announce(hotState, { deliveries: 1 });
    announce({ publish: () => new Promise(() => undefined) }, { deliveries: 1 });
  });
});

describe('news', () => {
  it('of very many tasks are news of all', () => {
    const tasks = Array.from({ length: 101 }, (_, index) => String(index));
    expect(mergeNews([{ tasks, deliveries: 1 }])).toEqual({ tasks: null, deliveries: 1 });
  });

  it('become one, and unknown where one is', () => {
    const one = { tasks: ['a'], deliveries: 1 };
    expect(mergeNews([one, { tasks: ['b'], deliveries: 0 }])).toEqual({
      tasks: ['a', 'b'],
      deliveries: 1,
    });
    expect(mergeNews([one, { tasks: null, deliveries: 1 }])).toEqual({
      tasks: null,
      deliveries: 2,
    });
  });

  it.each(['', '{', '{}', '[]', '{"tasks":"a","deliveries":0}'])('are not read from %s', (text) => {
    expect(readNews(text)).toBeNull();
  });
});
