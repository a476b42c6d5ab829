import { silentLogger, type Clock } from '@redress/runtime';
import { describe, expect, it } from '@jest/globals';
import { watchMembership } from './watch-membership.ts';

/** Looks so many times, changing the world before each, and answers why the consumer was ended. */
async function watch(
  looks: number,
  world: (look: number) => { signs: number; inHand: Record<string, number> },
): Promise<string[]> {
  const aborter = new AbortController();
  const ended: string[] = [];
  let look = 0;
  const clock: Clock = {
    now: () => '2026-11-25T09:00:00.000Z',
    sleep: () => {
      look += 1;
      if (look > looks || ended.length > 0) aborter.abort();
      return Promise.resolve();
    },
  };
  await watchMembership(
    { signs: () => world(look).signs, check: () => Promise.reject(new Error('away')) },
    {
      inHand: () => new Map(Object.entries(world(look).inHand)),
      end: (reason) => void ended.push(reason),
      logger: silentLogger,
    },
    { clock, rebalanceMs: 60_000, over: aborter.signal },
  );
  return ended;
}

describe('watchMembership', () => {
  it('leaves a consumer alone that gives signs now and then and whose handlers answer', async () => {
    expect(
      await watch(500, (look) => ({ signs: Math.floor(look / 20), inHand: { place: look } })),
    ).toEqual([]);
  });

  it('ends one that gives no sign for a minute beyond a rebalance', async () => {
    expect(await watch(24, () => ({ signs: 7, inHand: {} }))).toEqual([]);
    expect(await watch(25, () => ({ signs: 7, inHand: {} }))).toEqual([
      expect.stringContaining('stuck'),
    ]);
  });

  it('ends one whose handler has the same records in hand for five minutes', async () => {
    const world = (look: number) => ({ signs: look, inHand: { 'tasks.v1/2': 5 } });
    expect(await watch(61, world)).toEqual([]);
    expect(await watch(62, world)).toEqual([expect.stringContaining('records of tasks.v1/2')]);
  });

  it('counts anew with each hand-over', async () => {
    expect(
      await watch(500, (look) => ({ signs: look, inHand: { place: Math.floor(look / 50) } })),
    ).toEqual([]);
  });
});
