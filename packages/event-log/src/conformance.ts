import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeEvent, type TopicName } from '@redress/contracts';
import { readDeadLetter } from './dead-letter.ts';
import {
  positionKey,
  type Consumer,
  type ConsumeOptions,
  type EventLog,
  type LogRecord,
  type Outcome,
  type StoredRecord,
} from './port.ts';

/** A log under test. It must wait only a few milliseconds between a consumer's tries. */
export interface LogUnderTest {
  readonly log: EventLog;
  /** Ends the log as a shutdown does and opens it again on the same data. */
  reopen(): Promise<EventLog>;
  cleanup(): Promise<void>;
}

export interface LogCapabilities {
  /** Records of one call become visible all or none. */
  readonly atomicPublish: boolean;
}

const RECEIVED: TopicName = 'feedback.received.v1';
const SCORED: TopicName = 'feedback.scored.v1';
const ok: Outcome = { kind: 'ok' };

/** What every event log must do; an adapter's spec calls it with a factory. */
export function describeEventLog(
  name: string,
  factory: () => Promise<LogUnderTest>,
  capabilities: LogCapabilities,
): void {
  describe(`${name} as an event log`, () => {
    let under: LogUnderTest;
    let log: EventLog;

    beforeEach(async () => {
      under = await factory();
      log = under.log;
    });
    afterEach(async () => {
      await under.cleanup();
    });

    const consume = (
      options: Partial<ConsumeOptions> & Pick<ConsumeOptions, 'handle'>,
    ): Promise<Consumer> =>
      log.consume({ group: 'redress.test', topics: [RECEIVED], maxBatch: 10, ...options });

    it('keeps the order of a partition and counts its offsets up', async () => {
      const written = await log.publish(['a', 'b', 'c'].map((text) => record(text)));
      await log.publish([record('d')]);
      const read = await all(log, RECEIVED, 0);
      expect(read.map(textOf)).toEqual(['a', 'b', 'c', 'd']);
      expect(read.slice(0, 3).map(({ offset }) => offset)).toEqual(
        written.map(({ offset }) => offset),
      );
      expect([...read].sort((a, b) => a.offset - b.offset)).toEqual(read);
    });

    it('keeps concurrent calls whole and in order of calling', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, call) =>
          log.publish([record(`${String(call)}a`), record(`${String(call)}b`)]),
        ),
      );
      const texts = (await all(log, RECEIVED, 0)).map(textOf);
      expect(texts).toHaveLength(40);
      for (let call = 0; call < 20; call += 1) {
        expect(texts.indexOf(`${String(call)}b`)).toBeGreaterThan(
          texts.indexOf(`${String(call)}a`),
        );
      }
    });

    it('keeps key, headers, bytes and the time it took them', async () => {
      const value = Uint8Array.from([0, 255, 10, 13, 0, 128]);
      await log.publish([
        {
          topic: RECEIVED,
          partition: 1,
          key: 'ключ',
          value,
          headers: { ce_type: 't', traceparent: '00-ä' },
        },
      ]);
      const [read] = await all(log, RECEIVED, 1);
      expect(read).toMatchObject({
        topic: RECEIVED,
        partition: 1,
        key: 'ключ',
        headers: { ce_type: 't', traceparent: '00-ä' },
      });
      expect([...(read?.value ?? [])]).toEqual([...value]);
      expect(new Date(read?.at ?? '').toISOString()).toBe(read?.at);
    });

    it('keeps tombstones apart from empty values', async () => {
      await log.publish([{ ...record(''), value: null }, record('')]);
      const read = await all(log, RECEIVED, 0);
      expect(read.map(({ value }) => value?.length ?? null)).toEqual([null, 0]);
    });

    it('hands tombstones to consumers', async () => {
      const seen: StoredRecord[] = [];
      await consume({ handle: keeping(seen) });
      await log.publish([{ ...record('x'), value: null }]);
      await until(() => seen.length === 1);
      expect(seen[0]?.value).toBeNull();
    });

    it('hands over batches of one partition, no larger than asked', async () => {
      await log.publish(Array.from({ length: 25 }, (_, index) => record(String(index), index % 2)));
      const batches: (readonly StoredRecord[])[] = [];
      await consume({
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
      expect(first.map(textOf)).toEqual(
        Array.from({ length: 13 }, (_, index) => String(index * 2)),
      );
    });

    it('hands everything to each of two groups', async () => {
      const one: StoredRecord[] = [];
      const two: StoredRecord[] = [];
      await consume({ group: 'redress.one', handle: keeping(one) });
      await consume({ group: 'redress.two', handle: keeping(two) });
      await log.publish([record('a'), record('b', 1)]);
      await until(() => one.length === 2 && two.length === 2);
      expect(one.map(textOf).sort()).toEqual(['a', 'b']);
      expect(two.map(textOf).sort()).toEqual(['a', 'b']);
    });

    it('reads on after what was not tried', async () => {
      const seen: StoredRecord[] = [];
      await log.publish(['a', 'b', 'c'].map((text) => record(text)));
      await consume({
        handle: (records) => {
          seen.push(...records.slice(0, 1));
          return Promise.resolve([ok]);
        },
      });
      await until(() => seen.length === 3);
      expect(seen.map(textOf)).toEqual(['a', 'b', 'c']);
    });

    it('tries again from the record that asked for it, and passes none', async () => {
      const settled: string[] = [];
      let refusals = 3;
      await log.publish(['a', 'b', 'c'].map((text) => record(text)));
      await consume({
        handle: (records) => {
          const outcomes: Outcome[] = [];
          for (const given of records) {
            if (textOf(given) === 'b' && refusals > 0) {
              refusals -= 1;
              return Promise.resolve([...outcomes, { kind: 'retry', reason: 'store away' }]);
            }
            settled.push(textOf(given));
            outcomes.push(ok);
          }
          return Promise.resolve(outcomes);
        },
      });
      await until(() => settled.length === 3);
      expect(settled).toEqual(['a', 'b', 'c']);
    });

    it('hands over again after a restart what was not settled', async () => {
      await log.publish([record('a'), record('b')]);
      let tried = 0;
      await consume({
        handle: (records) => {
          tried += 1;
          return Promise.resolve(
            records.map((given) =>
              textOf(given) === 'a' ? ok : { kind: 'retry', reason: 'not yet' },
            ),
          );
        },
      });
      await until(() => tried > 1);
      log = await under.reopen();
      const seen: StoredRecord[] = [];
      await consume({ handle: keeping(seen) });
      await until(() => seen.length > 0);
      expect(seen.map(textOf)).toEqual(['b']);
    });

    it('keeps records and positions over a restart', async () => {
      const before: StoredRecord[] = [];
      const consumer = await consume({ handle: keeping(before) });
      await log.publish([record('a')]);
      await until(() => before.length === 1);
      await consumer.stop();
      log = await under.reopen();
      const after: StoredRecord[] = [];
      await consume({ handle: keeping(after) });
      await log.publish([record('b')]);
      await until(() => after.length > 0);
      expect(after.map(textOf)).toEqual(['b']);
      expect((await all(log, RECEIVED, 0)).map(textOf)).toEqual(['a', 'b']);
    });

    it('starts where the consumer keeps its own positions', async () => {
      await log.publish(['a', 'b', 'c'].map((text) => record(text)));
      const [, , last] = await all(log, RECEIVED, 0);
      for (let round = 0; round < 2; round += 1) {
        const seen: StoredRecord[] = [];
        const positions = new Map([[positionKey(RECEIVED, 0), last?.offset ?? -1]]);
        const consumer = await consume({
          handle: keeping(seen),
          loadPositions: () => Promise.resolve(positions),
        });
        await until(() => seen.length > 0);
        await consumer.stop();
        expect(seen.map(textOf)).toEqual(['c']);
      }
    });

    it('puts a poisonous record aside after five failures and goes on', async () => {
      const bytes = encodeEvent({
        id: 'e',
        type: RECEIVED,
        source: 's',
        time: 't',
        data: { feedbackId: 'f-1' },
      });
      await log.publish([
        record('a'),
        { ...record('x'), value: bytes, headers: { traceparent: 'trace' } },
        record('b'),
      ]);
      const settled: string[] = [];
      let alone = 0;
      await consume({
        probe: () => Promise.resolve(true),
        handle: (records) => {
          if (records.some(({ value }) => value?.length === bytes.length)) {
            if (records.length === 1) alone += 1;
            throw new TypeError('cannot read it');
          }
          settled.push(...records.map(textOf));
          return Promise.resolve(records.map(() => ok));
        },
      });
      await until(() => settled.includes('b'));
      expect(settled).toEqual(['a', 'b']);
      expect(alone).toBe(5);
      const dead = await deadLetters(log);
      expect(dead.map(({ key }) => key)).toEqual(['f-1']);
      const letter = readDeadLetter(dead[0]?.value ?? new Uint8Array());
      expect(letter).toMatchObject({
        ok: true,
        letter: {
          topic: RECEIVED,
          partition: 0,
          key: 'key-x',
          group: 'redress.test',
          attempts: 5,
          headers: { traceparent: 'trace' },
        },
      });
      expect(letter.ok && [...(letter.letter.bytes ?? [])]).toEqual([...bytes]);
    });

    it('puts aside at once what the handler calls dead', async () => {
      await log.publish([record('x'), record('b')]);
      const seen: StoredRecord[] = [];
      await consume({
        handle: (records) => {
          seen.push(...records);
          return Promise.resolve(
            records.map((given) =>
              textOf(given) === 'x' ? { kind: 'deadLetter', reason: 'is no JSON' } : ok,
            ),
          );
        },
      });
      await until(() => seen.length === 2);
      await untilAsync(async () => (await deadLetters(log)).length === 1);
      expect(seen).toHaveLength(2);
    });

    it('never puts anything aside while what the handler depends on is away', async () => {
      await log.publish([record('a'), record('b')]);
      let away = true;
      let tries = 0;
      const settled: string[] = [];
      const consumer = await consume({
        probe: () => (away ? Promise.reject(new Error('away')) : Promise.resolve(true)),
        handle: (records) => {
          tries += 1;
          if (away) throw new Error('connection refused');
          settled.push(...records.map(textOf));
          return Promise.resolve(records.map(() => ok));
        },
      });
      await until(() => tries > 12);
      expect(consumer.state()).toMatchObject({ state: 'waiting' });
      away = false;
      await until(() => settled.length === 2);
      expect(settled).toEqual(['a', 'b']);
      expect(await deadLetters(log)).toEqual([]);
      await until(() => consumer.state().state === 'running');
    });

    it('stops when too much is put aside', async () => {
      await log.publish(Array.from({ length: 60 }, (_, index) => record(String(index))));
      let told: string | undefined;
      const consumer = await consume({
        onStopped: (reason) => (told = reason),
        handle: (records) =>
          Promise.resolve(records.map(() => ({ kind: 'deadLetter', reason: 'all wrong' }))),
      });
      await until(() => consumer.state().state === 'stopped');
      expect(consumer.state().reason).toContain('dead-lettered within a minute');
      expect(told).toBe(consumer.state().reason);
      expect((await deadLetters(log)).length).toBeLessThan(60);
    });

    it('waits at stop for the batch in hand and hands nothing over twice', async () => {
      await log.publish(['a', 'b', 'c'].map((text) => record(text)));
      const seen: string[] = [];
      let finish = (): void => undefined;
      let aborted = false;
      const consumer = await consume({
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
      await consume({ handle: keeping(rest) });
      await until(() => rest.length > 0);
      expect(rest.map(textOf)).toEqual(['c']);
    });

    it('hands nothing over while paused', async () => {
      const seen: StoredRecord[] = [];
      const consumer = await consume({ handle: keeping(seen) });
      consumer.pause();
      await log.publish([record('a')]);
      await pause(30);
      expect(seen).toEqual([]);
      expect(consumer.state()).toEqual({ state: 'waiting', reason: 'paused' });
      consumer.resume();
      await until(() => seen.length === 1);
    });

    it('reads a range, the end not included', async () => {
      await log.publish(['a', 'b', 'c', 'd'].map((text) => record(text)));
      const offsets = (await all(log, RECEIVED, 0)).map(({ offset }) => offset);
      const read = await all(log, RECEIVED, 0, offsets[1], offsets[3]);
      expect(read.map(textOf)).toEqual(['b', 'c']);
      expect(await log.end(RECEIVED, 0)).toBeGreaterThan(offsets[3] ?? 0);
      expect(await all(log, RECEIVED, 1)).toEqual([]);
    });

    it('tells the lag of a group, kept in the log or given', async () => {
      const seen: StoredRecord[] = [];
      const consumer = await consume({ handle: keeping(seen) });
      await log.publish([record('a'), record('b')]);
      await until(() => seen.length === 2);
      await consumer.stop();
      await log.publish([record('c'), record('d'), record('e', 1), record('f', 0, SCORED)]);
      const total = async (positions?: Map<string, number>) =>
        (await log.lag('redress.test', [RECEIVED], positions)).reduce(
          (sum, { lag }) => sum + lag,
          0,
        );
      expect(await total()).toBe(3);
      expect(await total(new Map([[positionKey(RECEIVED, 0), await log.end(RECEIVED, 0)]]))).toBe(
        1,
      );
    });

    it('answers a ping', async () => {
      await expect(log.ping()).resolves.toBeUndefined();
    });

    (capabilities.atomicPublish ? it : it.skip)(
      'writes all records of a call or none',
      async () => {
        const wrong = { ...record('b'), partition: 10_000 };
        await expect(log.publish([record('a'), wrong])).rejects.toMatchObject({
          code: expect.stringMatching(/^REDRESS_/),
        });
        expect(await all(log, RECEIVED, 0)).toEqual([]);
      },
    );
  });
}

function record(text: string, partition = 0, topic: TopicName = RECEIVED): LogRecord {
  return { topic, partition, key: `key-${text}`, value: new TextEncoder().encode(text) };
}

function textOf({ value }: StoredRecord): string {
  return new TextDecoder().decode(value ?? new Uint8Array());
}

function keeping(seen: StoredRecord[]): ConsumeOptions['handle'] {
  return (records) => {
    seen.push(...records);
    return Promise.resolve(records.map(() => ok));
  };
}

async function all(
  log: EventLog,
  topic: TopicName,
  partition: number,
  from?: number,
  to?: number,
): Promise<StoredRecord[]> {
  const read: StoredRecord[] = [];
  for await (const found of log.read(topic, partition, from, to)) read.push(found);
  return read;
}

async function deadLetters(log: EventLog): Promise<StoredRecord[]> {
  const read = await Promise.all(
    Array.from({ length: log.partitions('dead-letters.v1') }, (_, partition) =>
      all(log, 'dead-letters.v1', partition),
    ),
  );
  return read.flat();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(reached: () => boolean): Promise<void> {
  await untilAsync(() => Promise.resolve(reached()));
}

async function untilAsync(reached: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 4000; waited += 5) {
    if (await reached()) return;
    await pause(5);
  }
  throw new Error('did not happen within four seconds');
}
