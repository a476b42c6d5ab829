import { afterEach, describe, expect, it } from '@jest/globals';
import { createMetrics, silentLogger } from '@redress/runtime';
import { appendOutbox } from '@redress/store';
import { clock, database, log, queue, stamp, useNotifier } from './fixtures/a-notifier.ts';
import { startRelay, type Relay } from './relay.ts';

const running: Relay[] = [];
const start = (): Relay => {
  const relay = startRelay({
    database,
    log,
    queue,
    clock,
    logger: silentLogger,
    metrics: createMetrics(),
    onWork: () => undefined,
  });
  running.push(relay);
  return relay;
};
const commit = (key: string): Promise<void> =>
  database.transaction((tx) =>
    appendOutbox(
      tx,
      [
        {
          destination: 'log',
          topic: 'tasks.v1',
          partition: 0,
          key,
          value: '{}',
          notBefore: null,
        },
      ],
      stamp,
    ),
  );
const published = async (): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of log.read('tasks.v1', 0)) keys.push(key);
  return keys;
};

describe('relays on one store', () => {
  useNotifier();
  afterEach(async () => {
    await Promise.all(running.splice(0).map((relay) => relay.stop()));
  });

  it('take each row out once, and whoever committed it knows when it is out', async () => {
    const before = await published();
    const relays = [start(), start()];
    const keys = Array.from({ length: 20 }, (_, index) => `task-${String(index)}`);
    await Promise.all(
      keys.map(async (key, index) => {
        await commit(key);
        await relays[index % 2]?.flush();
        expect(await published()).toContain(key);
      }),
    );
    expect((await published()).slice(before.length).sort()).toEqual([...keys].sort());
  });

  it('follow each other', async () => {
    const first = start();
    await commit('one');
    await first.flush();
    const second = start();
    await commit('two');
    await first.stop();
    await commit('three');
    await second.flush();
    expect(await published()).toEqual(expect.arrayContaining(['one', 'two', 'three']));
  });
});
