import { expect, it } from '@jest/globals';
import { positionKey, type StoredRecord } from './port.ts';
import {
  RECEIVED,
  SCORED,
  ok,
  record,
  textOf,
  keeping,
  all,
  pause,
  until,
  type Subject,
} from './subject.conformance.ts';

/** How records reach a consumer, and where it goes on. */
export function itHandsOverRecords(subject: Subject): void {
  it('hands tombstones to consumers', async () => {
    const seen: StoredRecord[] = [];
    await subject.consume({ handle: keeping(seen) });
    await subject.log.publish([{ ...record('x'), value: null }]);
    await until(() => seen.length === 1);
    expect(seen[0]?.value).toBeNull();
  });

  it('hands over batches of one partition, no larger than asked', async () => {
    await subject.log.publish(
      Array.from({ length: 25 }, (_, index) => record(String(index), index % 2)),
    );
    const batches: (readonly StoredRecord[])[] = [];
    await subject.consume({
      maxBatch: 5,
      handle: (records) => {
        batches.push(records);
        return Promise.resolve(records.map(() => ok));
      },
    });
    await until(() => batches.flat().length === 25);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeGreaterThan(1);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(5);
    for (const batch of batches)
      expect(new Set(batch.map(({ partition }) => partition)).size).toBe(1);
    const first = batches.flat().filter(({ partition }) => partition === 0);
    expect(first.map(textOf)).toEqual(Array.from({ length: 13 }, (_, index) => String(index * 2)));
  });

  it('hands everything to each of two groups', async () => {
    const one: StoredRecord[] = [];
    const two: StoredRecord[] = [];
    await subject.consume({ group: 'redress.one', handle: keeping(one) });
    await subject.consume({ group: 'redress.two', handle: keeping(two) });
    await subject.log.publish([record('a'), record('b', 1)]);
    await until(() => one.length === 2 && two.length === 2);
    expect(one.map(textOf).sort()).toEqual(['a', 'b']);
    expect(two.map(textOf).sort()).toEqual(['a', 'b']);
  });

  it('reads on after what was not tried', async () => {
    const seen: StoredRecord[] = [];
    await subject.log.publish(['a', 'b', 'c'].map((text) => record(text)));
    await subject.consume({
      handle: (records) => {
        seen.push(...records.slice(0, 1));
        return Promise.resolve([ok]);
      },
    });
    await until(() => seen.length === 3);
    expect(seen.map(textOf)).toEqual(['a', 'b', 'c']);
  });

  it('keeps records and positions over a restart', async () => {
    const before: StoredRecord[] = [];
    const consumer = await subject.consume({ handle: keeping(before) });
    await subject.log.publish([record('a')]);
    await until(() => before.length === 1);
    await consumer.stop();
    await subject.reopen();
    const after: StoredRecord[] = [];
    await subject.consume({ handle: keeping(after) });
    await subject.log.publish([record('b')]);
    await until(() => after.length > 0);
    expect(after.map(textOf)).toEqual(['b']);
    expect((await all(subject.log, RECEIVED, 0)).map(textOf)).toEqual(['a', 'b']);
  });

  it('starts where the consumer keeps its own positions', async () => {
    await subject.log.publish(['a', 'b', 'c'].map((text) => record(text)));
    const [, , last] = await all(subject.log, RECEIVED, 0);
    for (let round = 0; round < 2; round += 1) {
      const seen: StoredRecord[] = [];
      const positions = new Map([[positionKey(RECEIVED, 0), last?.offset ?? -1]]);
      const consumer = await subject.consume({
        handle: keeping(seen),
        loadPositions: () => Promise.resolve(positions),
      });
      await until(() => seen.length > 0);
      await consumer.stop();
      expect(seen.map(textOf)).toEqual(['c']);
    }
  });

  it('waits at stop for the batch in hand and hands nothing over twice', async () => {
    await subject.log.publish(['a', 'b', 'c'].map((text) => record(text)));
    const seen: string[] = [];
    let finish = (): void => undefined;
    let aborted = false;
    const consumer = await subject.consume({
      maxBatch: 2,
      handle: async (records, { signal }) => {
        seen.push(...records.map(textOf));
        signal.addEventListener('abort', () => (aborted = true));
        await new Promise<void>((resolve) => (finish = resolve));
        return records.map(() => ok);
      },
    });
    await until(() => seen.length === 2);
    let stopped = false;
    const stopping = consumer.stop().then(() => (stopped = true));
    await pause(20);
    expect([stopped, aborted]).toEqual([false, true]);
    finish();
    await stopping;
    expect(seen).toEqual(['a', 'b']);
    const rest: StoredRecord[] = [];
    await subject.consume({ handle: keeping(rest) });
    await until(() => rest.length > 0);
    expect(rest.map(textOf)).toEqual(['c']);
  });

  it('hands nothing over while paused', async () => {
    const seen: StoredRecord[] = [];
    const consumer = await subject.consume({ handle: keeping(seen) });
    consumer.pause();
    await subject.log.publish([record('a')]);
    await subject.quiet();
    expect(seen).toEqual([]);
    expect(consumer.state()).toEqual({ state: 'waiting', reason: 'paused' });
    consumer.resume();
    await until(() => seen.length === 1);
  });

  it('tells the lag of a group, kept in the log or given', async () => {
    const seen: StoredRecord[] = [];
    const consumer = await subject.consume({ handle: keeping(seen) });
    await subject.log.publish([record('a'), record('b')]);
    await until(() => seen.length === 2);
    await consumer.stop();
    await subject.log.publish([record('c'), record('d'), record('e', 1), record('f', 0, SCORED)]);
    const total = async (positions?: Map<string, number>) =>
      (await subject.log.lag('redress.test', [RECEIVED], positions)).reduce(
        (sum, { lag }) => sum + lag,
        0,
      );
    expect(await total()).toBe(3);
    expect(
      await total(new Map([[positionKey(RECEIVED, 0), await subject.log.end(RECEIVED, 0)]])),
    ).toBe(1);
  });
}
