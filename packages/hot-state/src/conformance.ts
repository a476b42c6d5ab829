import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HotState } from './port.ts';

/** A hot state under test, emptied, with a way to let time pass. */
export interface HotStateUnderTest {
  readonly hotState: HotState;
  /** Lets so many seconds pass for the hot state: a moved clock, or a real wait. */
  advance(seconds: number): Promise<void>;
  cleanup(): Promise<void>;
}

/** What every hot state must do; an adapter's spec calls it with a factory. Times to live are whole seconds. */
export function describeHotState(name: string, factory: () => Promise<HotStateUnderTest>): void {
  describe(`${name} as a hot state`, () => {
    let under: HotStateUnderTest;
    let hotState: HotState;
    beforeEach(async () => {
      under = await factory();
      hotState = under.hotState;
    });
    afterEach(async () => {
      await under.cleanup();
    });

    it('gives a claim to the first alone', async () => {
      const claims = await Promise.all(Array.from({ length: 5 }, () => hotState.claim('mail', 60)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await hotState.claim('other', 60)).toBe(true);
    });

    it('gives a claim anew once its time is over', async () => {
      await hotState.claim('mail', 1);
      expect(await hotState.claim('mail', 1)).toBe(false);
      await under.advance(1.1);
      expect(await hotState.claim('mail', 1)).toBe(true);
    });

    it('lets so many uses pass in a window, and again in the next', async () => {
      const uses = [];
      for (let use = 0; use < 4; use += 1) uses.push(await hotState.withinLimit('owner', 3, 1));
      expect(uses).toEqual([true, true, true, false]);
      expect(await hotState.withinLimit('another', 3, 1)).toBe(true);
      await under.advance(1.1);
      expect(await hotState.withinLimit('owner', 3, 1)).toBe(true);
    });

    it('does not prolong a window by use', async () => {
      await hotState.withinLimit('owner', 1, 2);
      await under.advance(1.2);
      expect(await hotState.withinLimit('owner', 1, 2)).toBe(false);
      await under.advance(1.2);
      expect(await hotState.withinLimit('owner', 1, 2)).toBe(true);
    });

    it('keeps a value until it is set anew, deleted or its time is over', async () => {
      expect(await hotState.get('page')).toBeNull();
      await hotState.set('page', 'one', 60);
      await hotState.set('page', 'two', 1);
      expect(await hotState.get('page')).toBe('two');
      await under.advance(1.1);
      expect(await hotState.get('page')).toBeNull();
      await hotState.set('page', '', 60);
      expect(await hotState.get('page')).toBe('');
      await hotState.delete('page');
      expect(await hotState.get('page')).toBeNull();
    });

    it('keeps claims, limits and values of one name apart', async () => {
      await hotState.set('x', 'value', 60);
      expect(await hotState.claim('x', 60)).toBe(true);
      expect(await hotState.withinLimit('x', 1, 60)).toBe(true);
      await hotState.delete('x');
      expect(await hotState.claim('x', 60)).toBe(false);
    });

    it('tells everybody who listens on a channel, and nobody who stopped', async () => {
      const one: string[] = [];
      const two: string[] = [];
      const stop = await hotState.subscribe('tasks', (message) => one.push(message));
      await hotState.subscribe('tasks', (message) => two.push(message));
      await hotState.subscribe('themes', (message) => two.push(`wrong ${message}`));
      await hotState.publish('tasks', 'a');
      await until(() => one.length === 1 && two.length === 1);
      await stop();
      await hotState.publish('tasks', 'b');
      await until(() => two.length === 2);
      expect([one, two]).toEqual([['a'], ['a', 'b']]);
    });

    it('goes on telling when one listener fails', async () => {
      const heard: string[] = [];
      await hotState.subscribe('tasks', () => {
        throw new Error('listener failed');
      });
      await hotState.subscribe('tasks', (message) => heard.push(message));
      await hotState.publish('tasks', 'a');
      await until(() => heard.length === 1);
      expect(heard).toEqual(['a']);
    });

    it('forgets everything when flushed and works on', async () => {
      await hotState.set('page', 'one', 60);
      await hotState.claim('mail', 60);
      await hotState.flush();
      expect(await hotState.get('page')).toBeNull();
      expect(await hotState.claim('mail', 60)).toBe(true);
    });
  });
}

async function until(reached: () => boolean): Promise<void> {
  for (let waited = 0; waited < 4000; waited += 5) {
    if (reached()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('did not happen within four seconds');
}
