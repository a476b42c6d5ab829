import { describe, expect, it } from '@jest/globals';
import { describeHotState } from './conformance.ts';
import { createMemoryHotState } from './memory.ts';

function setUp(maxEntries = 100) {
  let now = Date.parse('2026-06-18T10:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString(), sleep: () => Promise.resolve() };
  const hotState = createMemoryHotState({ clock, maxEntries });
  const advance = (seconds: number): Promise<void> => {
    now += seconds * 1000;
    return Promise.resolve();
  };
  return { hotState, advance, cleanup: () => hotState.close() };
}

describeHotState('the map in the process', () => Promise.resolve(setUp()));

describe('the map in the process alone', () => {
  it('lets those written longest ago go when it is full', async () => {
    const { hotState } = setUp(2);
    await hotState.set('a', '1', 60);
    await hotState.set('b', '2', 60);
    await hotState.set('a', '3', 60);
    await hotState.set('c', '4', 60);
    expect(await Promise.all(['a', 'b', 'c'].map((key) => hotState.get(key)))).toEqual([
      '3',
      null,
      '4',
    ]);
  });

  it('refuses everything once closed', async () => {
    const { hotState } = setUp();
    await hotState.close();
    await expect(hotState.claim('a', 1)).rejects.toMatchObject({
      code: 'REDRESS_HOT_STATE_CLOSED',
    });
    await expect(hotState.get('a')).rejects.toMatchObject({ code: 'REDRESS_HOT_STATE_CLOSED' });
  });
});
