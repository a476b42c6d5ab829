import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RedressError, createLogger } from '@redress/runtime';
import { describeHotState } from './conformance.ts';
import { createDegradingHotState } from './create-degrading-hot-state.ts';
import type { CheckedHotState } from './create-degrading-hot-state.ts';
import { createMemoryHotState } from './memory.ts';
import type { HotState } from './port.ts';
import type { RemoteHotState } from './remote-hot-state.ts';

/** A server that can be away, with the state of the map in the process. */
function aServer() {
  let now = Date.parse('2026-06-18T10:00:00.000Z');
  const clock = {
    now: () => new Date(now).toISOString(),
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(milliseconds, 10));
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
  const state = createMemoryHotState({ clock });
  const server = {
    isAway: false,
    calls: 0,
    changed: (_lost: RedressError | null): void => undefined,
    state,
    clock,
    advance(seconds: number): Promise<void> {
      now += seconds * 1000;
      return Promise.resolve();
    },
  };
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    server.calls += 1;
    if (server.isAway) throw away;
    return work();
  };
  const remote: RemoteHotState = {
    claim: (...given) => ask(() => state.claim(...given)),
    withinLimit: (...given) => ask(() => state.withinLimit(...given)),
    get: (...given) => ask(() => state.get(...given)),
    set: (...given) => ask(() => state.set(...given)),
    delete: (...given) => ask(() => state.delete(...given)),
    publish: (...given) => ask(() => state.publish(...given)),
    subscribe: (...given) => state.subscribe(...given),
    flush: () => ask(() => state.flush()),
    probe: () => ask(() => Promise.resolve()),
    watch(changed) {
      server.changed = changed;
    },
    close: () => state.close(),
  };
  return { server, remote };
}

const away = new RedressError('REDRESS_REDIS_AWAY', 'Redis is away.', { retryable: true });

async function setUp() {
  const { server, remote } = aServer();
  const lines: string[] = [];
  const hotState = await createDegradingHotState({
    remote,
    local: createMemoryHotState({ clock: server.clock }),
    clock: server.clock,
    logger: createLogger({ name: 'test', destination: { write: (line) => lines.push(line) } }),
  });
  const said = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  return { server, hotState, said };
}

describeHotState('a server that answers', async () => {
  const { server, hotState } = await setUp();
  return {
    hotState,
    advance: (seconds) => server.advance(seconds),
    cleanup: () => hotState.close(),
  };
});

describe('a server that is away', () => {
  let server: Awaited<ReturnType<typeof setUp>>['server'];
  let hotState: CheckedHotState;
  let said: () => string[];
  beforeEach(async () => {
    ({ server, hotState, said } = await setUp());
  });
  afterEach(() => hotState.close());

  const isBack = async (state: HotState & Pick<CheckedHotState, 'check'>): Promise<void> => {
    for (let look = 0; look < 400; look += 1) {
      if ((await state.check()).ok) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('it did not come back');
  };

  it('stands in nobody’s way: claims and limits hold within the process', async () => {
    server.isAway = true;
    expect([await hotState.claim('a', 60), await hotState.claim('a', 60)]).toEqual([true, false]);
    const uses = [1, 2, 3].map(() => hotState.withinLimit('b', 2, 60));
    expect(await Promise.all(uses)).toEqual([true, true, false]);
  });

  it('is not asked by every call, and tells of its state once per change', async () => {
    server.isAway = true;
    await hotState.claim('first', 60);
    const before = server.calls;
    for (let call = 0; call < 50; call += 1) await hotState.claim(`c${String(call)}`, 60);
    expect(server.calls - before).toBeLessThan(5);
    expect(await hotState.check()).toEqual({
      ok: false,
      detail: 'Redis is away.',
      optional: true,
    });
    server.isAway = false;
    await isBack(hotState);
    expect(said()).toEqual(['hot state is away; each process keeps its own', 'hot state is back']);
  });

  it('counts a value as not known, and forgets there what was changed meanwhile', async () => {
    await hotState.set('kept', 'one', 60);
    await hotState.set('changed', 'one', 60);
    await hotState.set('deleted', 'one', 60);
    server.isAway = true;
    await hotState.set('changed', 'two', 60);
    await hotState.delete('deleted');
    expect(await hotState.get('changed')).toBeNull();
    server.isAway = false;
    await isBack(hotState);
    const values = ['kept', 'changed', 'deleted'].map((key) => hotState.get(key));
    expect(await Promise.all(values)).toEqual(['one', null, null]);
  });

  it('makes up for a flush', async () => {
    await hotState.set('a', 'one', 60);
    server.isAway = true;
    await hotState.flush();
    server.isAway = false;
    await isBack(hotState);
    expect(await hotState.get('a')).toBeNull();
  });

  it('tells news within the process, and who listens that no others come', async () => {
    const heard: string[] = [];
    const reaches: boolean[] = [];
    await hotState.subscribe(
      'tasks',
      (message) => heard.push(message),
      (now) => reaches.push(now),
    );
    server.isAway = true;
    await hotState.publish('tasks', 'a');
    const late: boolean[] = [];
    await hotState.subscribe(
      'tasks',
      () => undefined,
      (now) => late.push(now),
    );
    expect([heard, reaches, late]).toEqual([['a'], [false], [false]]);
    server.isAway = false;
    await isBack(hotState);
    await hotState.publish('tasks', 'b');
    expect([heard, reaches, late]).toEqual([
      ['a', 'b'],
      [false, true],
      [false, true],
    ]);
  });

  it('is away from the moment its connection is lost, and looked for when there is one again', async () => {
    server.isAway = true;
    server.changed(away);
    expect((await hotState.check()).ok).toBe(false);
    server.isAway = false;
    server.changed(null);
    await isBack(hotState);
  });
});
