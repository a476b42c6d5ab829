import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@redress/contracts';
import { openEmbeddedLog, readDeadLetter } from '@redress/event-log';
import type { EventLog, LogRecord } from '@redress/event-log';
import { createMetrics, silentLogger, systemClock } from '@redress/runtime';
import type { Clock, Metrics } from '@redress/runtime';
import { aFeedback, eventually } from '@redress/testkit';
import type { WorkQueue } from '@redress/work-queue';
import { createMemoryQueue } from './fixtures/memory-queue.ts';
import { feedbackJson, inSns, sesReceived } from './fixtures/messages.ts';
import { startIngestorSqs } from './start.ts';
import type { IngestorSqs } from './start.ts';

let directory: string;
let log: EventLog;
let queue: WorkQueue;
let metrics: Metrics;
let ingestor: IngestorSqs | null;
let ahead: number;
/** Runs, and can be set forward; nobody sleeps long. */
const clock: Clock = {
  now: () => new Date(Date.parse(systemClock.now()) + ahead).toISOString(),
  sleep: (milliseconds, signal) => systemClock.sleep(Math.min(milliseconds, 10), signal),
};
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-ingestor-sqs-'));
  log = openEmbeddedLog({ directory, clock });
  ahead = 0;
  queue = createMemoryQueue(clock);
  metrics = createMetrics();
  ingestor = null;
});
afterEach(async () => {
  await ingestor?.stop();
  await log.close();
  rmSync(directory, { recursive: true });
});

const begin = async (given: { log?: EventLog; queue?: WorkQueue } = {}): Promise<void> => {
  ingestor = await startIngestorSqs({
    ...{ log, queue, clock, metrics, logger: silentLogger, secret: 'secret', random: () => 0 },
    ...given,
  });
};
const put = (...bodies: string[]): Promise<void> => queue.send(bodies.map((body) => ({ body })));
/** Resolves when the queue is empty; time passes meanwhile. */
const untilTaken = (): Promise<true> =>
  eventually('empty queue', async () => {
    ahead += 5_000;
    const { visible, hidden, dead } = await queue.depth();
    return visible + hidden + dead === 0 ? true : null;
  });
const records = async (topic: 'feedback.received.v1' | 'dead-letters.v1') => {
  const found: Uint8Array[] = [];
  for (let partition = 0; partition < log.partitions(topic); partition += 1) {
    for await (const { value } of log.read(topic, partition)) found.push(value!);
  }
  return found;
};
const received = async () =>
  (await records('feedback.received.v1')).map((value) => {
    const read = decodeEvent('feedback.received.v1', value);
    if (!read.ok) throw new Error(read.reason);
    return read.event;
  });
const sourceIds = async () => (await received()).map(({ data }) => data.sourceId).sort();
const deadLetters = async () =>
  (await records('dead-letters.v1')).map((value) => {
    const read = readDeadLetter(value);
    if (!read.ok) throw new Error(read.reason);
    const { bytes, reason, queue: origin, attempts, group } = read.letter;
    return { body: Buffer.from(bytes ?? []).toString(), reason, origin, attempts, group };
  });
/** The log, which does what the test says with what is published. */
const logThat = (
  publish: (records: readonly LogRecord[]) => Promise<Awaited<ReturnType<EventLog['publish']>>>,
  ping: () => Promise<void> = () => log.ping(),
): EventLog => ({
  ...log,
  publish,
  ping,
});

describe('feedback from a queue', () => {
  it('is taken one by one, in arrays and in envelopes, and named after this ingestor', async () => {
    await put(
      feedbackJson('1'),
      `[${feedbackJson('2')},${feedbackJson('3')}]`,
      inSns(feedbackJson('4')),
    );
    await begin();
    await untilTaken();
    expect(await sourceIds()).toEqual(['1', '2', '3', '4']);
    expect((await received())[0]?.source).toBe('redress/ingestor-sqs');
    expect(await deadLetters()).toEqual([]);
    expect(ingestor?.state()).toEqual({ state: 'running' });
    expect(await metrics.text()).toContain('redress_ingestor_messages_total{outcome="accepted"} 3');
  });

  it('is the same event when it comes again', async () => {
    await put(feedbackJson('1'), feedbackJson('1'), inSns(feedbackJson('1')));
    await begin();
    await untilTaken();
    expect(new Set((await received()).map(({ id }) => id)).size).toBe(1);
  });

  it('is taken whatever else comes with it; what cannot be accepted is kept untouched, with its reason', async () => {
    const wrong = JSON.stringify({
      ...aFeedback(),
      channel: 'pigeon',
      attributes: { 'ann@x.org': [] },
    });
    const mixed = `[ ${feedbackJson('2')} , {"text":"zażółć 🐸"}]`;
    await put(feedbackJson('1'), wrong, mixed, 'no JSON', sesReceived, feedbackJson('3'));
    await begin();
    await untilTaken();
    expect(await sourceIds()).toEqual(['1', '2', '3']);
    const letters = await deadLetters();
    expect(letters.map(({ body }) => body).sort()).toEqual(
      [wrong, mixed, 'no JSON', sesReceived].sort(),
    );
    const reasonOf = (body: string) => letters.find((letter) => letter.body === body)?.reason;
    expect(reasonOf(wrong)).toMatch(/^channel .*; attributes /);
    expect(reasonOf(wrong)).not.toContain('ann@x.org');
    expect(reasonOf(mixed)).toMatch(/^1 of 2 are refused: 1\.channel is missing/);
    expect(letters[0]).toMatchObject({
      origin: { name: 'feedback', messageId: expect.stringMatching(/^m-/) },
      attempts: 1,
      group: 'redress.ingestor-sqs',
    });
  });

  it('waits in the queue while the log is away, and no receive is used up on it', async () => {
    let away = false;
    let receives = 0;
    const gone = () => Promise.reject(new Error('no broker'));
    await begin({
      log: logThat(
        (given) => (away ? gone() : log.publish(given)),
        () => (away ? gone() : log.ping()),
      ),
      queue: {
        ...queue,
        async receive(...given) {
          receives += 1;
          return queue.receive(...given);
        },
      },
    });
    await put(feedbackJson('1'));
    await untilTaken();
    away = true;
    await put(...Array.from({ length: 30 }, (_, index) => feedbackJson(String(index))));
    await eventually('wait', () => (ingestor?.state().state === 'waiting' ? true : null));
    // Those that had begun to receive before it was known.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = receives;
    for (let hour = 0; hour < 20; hour += 1) {
      ahead += 3_600_000;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(receives).toBe(before);
    expect(ingestor?.state()).toEqual({ state: 'waiting', reason: 'the log does not answer' });
    expect(await deadLetters()).toEqual([]);
    away = false;
    await untilTaken();
    expect(await sourceIds()).toHaveLength(31);
    expect(ingestor?.state()).toEqual({ state: 'running' });
  });

  it('does not begin to receive before the log answers', async () => {
    let away = true;
    await put(feedbackJson('1'));
    await begin({
      log: logThat(
        (given) => log.publish(given),
        () => (away ? Promise.reject(new Error('away')) : log.ping()),
      ),
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await queue.depth()).toEqual({ visible: 1, hidden: 0, dead: 0 });
    away = false;
    await untilTaken();
  });

  it('goes on beside a message that the log does not take; that one comes again later each time', async () => {
    let tooLarge = true;
    const left: number[] = [];
    await put(...['1', '2', 'large', '3'].map((id) => feedbackJson(id)));
    await begin({
      log: logThat((given) =>
        tooLarge && given.some(({ value }) => Buffer.from(value!).includes('"large"'))
          ? Promise.reject(new Error('message too large'))
          : log.publish(given),
      ),
      queue: {
        ...queue,
        changeVisibility(message, seconds) {
          // The others are extensions of what is in hand.
          if (seconds !== 60) left.push(seconds);
          return queue.changeVisibility(message, seconds);
        },
      },
    });
    await eventually('the others', async () => ((await sourceIds()).length === 3 ? true : null));
    await eventually('back-offs', () => {
      ahead += 5_000;
      return left.length >= 9 ? true : null;
    });
    expect(left.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 150]);
    expect(await sourceIds()).toEqual(['1', '2', '3']);
    tooLarge = false;
    await untilTaken();
    expect(await sourceIds()).toEqual(['1', '2', '3', 'large']);
  });

  it('leaves in the queue what cannot be put aside, until it can', async () => {
    let refuses = true;
    await put('no JSON', feedbackJson('1'));
    await begin({
      log: logThat((given) =>
        refuses && given.some(({ topic }) => topic === 'dead-letters.v1')
          ? Promise.reject(new Error('away'))
          : log.publish(given),
      ),
    });
    await eventually('feedback', async () => ((await sourceIds()).length === 1 ? true : null));
    expect(await queue.depth()).toMatchObject({ dead: 0 });
    refuses = false;
    await untilTaken();
    expect((await deadLetters()).map(({ body }) => body)).toEqual(['no JSON']);
    expect(await sourceIds()).toEqual(['1']);
  });

  it('is taken off the queue in the end where that failed at first', async () => {
    let failures = 3;
    await put(feedbackJson('1'), feedbackJson('2'));
    await begin({
      queue: {
        ...queue,
        delete: (message) =>
          (failures -= 1) >= 0 ? Promise.reject(new Error('away')) : queue.delete(message),
      },
    });
    await eventually('empty queue', async () => {
      ahead += 61_000;
      const { visible, hidden } = await queue.depth();
      return visible + hidden === 0 ? true : null;
    });
    expect(new Set(await sourceIds())).toEqual(new Set(['1', '2']));
    expect(new Set((await received()).map(({ id }) => id)).size).toBe(2);
  });

  it('survives whatever anybody sends: each message ends as feedback or as a dead letter', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const good = [
      feedbackJson('nul', 'a\0b'),
      feedbackJson('surrogates', '\uD800 \uDC00'),
      feedbackJson('bidi', '\u202Eabc\u200B\u{1F468}\u200D\u{1F469}'),
      feedbackJson('large', 'x'.repeat(1_000_000)),
      `{"__proto__":{"sample":true},${feedbackJson('proto').slice(1)}`,
    ];
    const bad = [
      '',
      ' ',
      'null',
      '0',
      '1e400',
      '""',
      '{}',
      '[]',
      '[[]]',
      '\uFEFF{}',
      '{"a":1',
      deep,
      `{"channel":${deep}}`,
      `{"attributes":{"deep":${deep}},${feedbackJson('deep').slice(1)}`,
      JSON.stringify({ ...aFeedback(), occurredAt: '+275760-09-13T00:00:00Z' }),
      JSON.stringify({ ...aFeedback(), text: 7, turns: {} }),
      inSns(''),
      inSns('{}', 'SubscriptionConfirmation'),
      'x'.repeat(300_000),
    ];
    await put(...bad, ...good);
    await begin();
    await untilTaken();
    expect(await sourceIds()).toEqual(['bidi', 'large', 'nul', 'proto', 'surrogates']);
    expect((await deadLetters()).map(({ body }) => body).sort()).toEqual([...bad].sort());
    expect((await received()).some(({ data }) => data.sample === true)).toBe(false);
  });

  it('is finished when it is stopped: what is in hand is in the log and off the queue, the rest untouched', async () => {
    let publishing = 0;
    await put(...Array.from({ length: 60 }, (_, index) => feedbackJson(String(index))));
    await begin({
      log: logThat(async (given) => {
        publishing += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return log.publish(given);
      }),
    });
    await eventually('work', () => (publishing > 0 ? true : null));
    await ingestor?.stop();
    const { visible, hidden } = await queue.depth();
    expect(hidden).toBe(0);
    expect((await sourceIds()).length + visible).toBe(60);
    expect(visible).toBeGreaterThan(0);
    expect(ingestor?.state().state).toBe('stopped');
  });
});
