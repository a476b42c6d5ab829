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

  it('tell with each record its transaction, the size of that, its place and the round', async () => {
    const relay = start();
    await relay.flush();
    const row = { destination: 'log', partition: 0, value: '{}', notBefore: null } as const;
    const of = (transactionId: string) => ({ transactionId, at: clock.now() });
    const from = await log.end('tasks.v1', 0);
    await database.transaction((tx) =>
      appendOutbox(
        tx,
        [
          { ...row, topic: 'tasks.v1', key: 'a' },
          { ...row, topic: 'tasks.v1', key: 'b' },
          // Kept for a while alone: later it could not be counted any more.
          { ...row, topic: 'alerts.v1', key: 'c' },
        ],
        of('two'),
      ),
    );
    await relay.flush();
    await database.transaction((tx) =>
      appendOutbox(tx, [{ ...row, topic: 'tasks.v1', key: 'd' }], of('one')),
    );
    await relay.flush();
    const told: Readonly<Record<string, string>>[] = [];
    for await (const { headers } of log.read('tasks.v1', 0, from)) told.push(headers);
    expect(told.map(({ transaction, transaction_rows: rows }) => [transaction, rows])).toEqual([
      ['two', '2'],
      ['two', '2'],
      ['one', '1'],
    ]);
    const places = told.map(({ sequence }) => Number(sequence));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    const [first, , last] = told.map(({ round }) => Number(round));
    expect(last).toBe((first ?? 0) + 1);
  });
});
