import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@redress/contracts';
import { openEmbeddedLog, readDeadLetter } from '@redress/event-log';
import type { EventLog } from '@redress/event-log';
import { createMetrics, silentLogger, systemClock } from '@redress/runtime';
import { createTestQueue, eventually, startFakeSqs, testServers } from '@redress/testkit';
import { openSqsQueue } from '@redress/work-queue';
import type { SqsQueue, SqsQueueOptions } from '@redress/work-queue';
import { feedbackJson, inSns, sesReceived } from './fixtures/messages.ts';
import { startIngestorSqs } from './start.ts';
import type { IngestorSqs } from './start.ts';

let directory: string;
let log: EventLog;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-ingestor-sqs-it-'));
  log = openEmbeddedLog({ directory, clock: systemClock });
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await log.close();
  rmSync(directory, { recursive: true });
});

const open = async (queueUrl: string, given: Partial<SqsQueueOptions>): Promise<SqsQueue> => {
  const queue = await openSqsQueue({
    ...{ queueUrl, clock: systemClock, logger: silentLogger },
    ...given,
  });
  ends.push(() => queue.close());
  return queue;
};
const makeQueue = async (): Promise<SqsQueue> => {
  const made = await createTestQueue(testServers().sqs, 'ingestor', { maxReceives: 100 });
  ends.push(() => made.remove());
  return open(made.url, { connection: made.connection });
};
const begin = async (queue: SqsQueue, given: { log?: EventLog } = {}): Promise<IngestorSqs> => {
  const ingestor = await startIngestorSqs({
    ...{ log, queue, clock: systemClock, secret: 'secret' },
    ...{ logger: silentLogger, metrics: createMetrics() },
    ...given,
  });
  ends.push(() => ingestor.stop());
  return ingestor;
};
const untilTaken = (queue: SqsQueue): Promise<true> =>
  eventually(
    'empty queue',
    async () => {
      const { visible, hidden, dead } = await queue.depth();
      return visible + hidden + dead === 0 ? true : null;
    },
    30_000,
  );
const valuesOf = async (topic: 'feedback.received.v1' | 'dead-letters.v1') => {
  const values: Uint8Array[] = [];
  for (let partition = 0; partition < log.partitions(topic); partition += 1) {
    for await (const { value } of log.read(topic, partition)) values.push(value!);
  }
  return values;
};
const sourceIds = async (): Promise<string[]> =>
  (await valuesOf('feedback.received.v1')).map((value) => {
    const read = decodeEvent('feedback.received.v1', value);
    if (!read.ok) throw new Error(read.reason);
    return read.event.data.sourceId;
  });
const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index));

describe('feedback from a queue of SQS', () => {
  it('is in the log, each once, with what cannot be accepted among the dead letters', async () => {
    const queue = await makeQueue();
    const bad = ['no JSON', '{"text":"no source"}', sesReceived];
    const bodies = [
      ...numbers(200).map((id) => feedbackJson(id)),
      ...numbers(50).map((id) => inSns(feedbackJson(`sns-${id}`))),
      ...bad,
    ];
    await queue.send(bodies.map((body) => ({ body })));
    await begin(queue);
    await untilTaken(queue);
    const taken = await sourceIds();
    expect(taken).toHaveLength(250);
    expect(new Set(taken).size).toBe(250);
    const letters = (await valuesOf('dead-letters.v1')).map((value) => {
      const read = readDeadLetter(value);
      if (!read.ok) throw new Error(read.reason);
      return Buffer.from(read.letter.bytes ?? []).toString();
    });
    expect(letters.sort()).toEqual([...bad].sort());
  });

  it('is all there after ingestors were stopped in the middle and others went on', async () => {
    const queue = await makeQueue();
    await queue.send(numbers(300).map((id) => ({ body: feedbackJson(id) })));
    for (let round = 0; round < 5; round += 1) {
      const ingestor = await begin(queue);
      await systemClock.sleep(150);
      await ingestor.stop();
    }
    await begin(queue);
    await untilTaken(queue);
    expect(new Set(await sourceIds()).size).toBe(300);
  });

  it('stays in the queue while the log is away, and is taken when it is back', async () => {
    const queue = await makeQueue();
    let away = true;
    const gone = (): Promise<never> => Promise.reject(new Error('no broker'));
    const ingestor = await begin(queue, {
      log: {
        ...log,
        ping: () => (away ? gone() : log.ping()),
        publish: (given) => (away ? gone() : log.publish(given)),
      },
    });
    await queue.send(numbers(20).map((id) => ({ body: feedbackJson(id) })));
    await systemClock.sleep(1_000);
    expect(await queue.depth()).toEqual({ visible: 20, hidden: 0, dead: 0 });
    expect(ingestor.state().state).toBe('waiting');
    away = false;
    await untilTaken(queue);
    expect(await sourceIds()).toHaveLength(20);
  });

  it('is the same event however often and in whatever order an engine hands it over, and fails to delete it', async () => {
    let turn = 0;
    const fake = await startFakeSqs({ repeats: 3, random: () => ((turn += 0.37) * 7) % 1 });
    ends.push(() => fake.stop());
    const queue = await open(fake.url, { connection: fake.connection, random: () => 0 });
    await queue.send(numbers(40).map((id) => ({ body: feedbackJson(id) })));
    fake.script(({ action, before }) => {
      if (action === 'DeleteMessageBatch') return { kind: 'entries', failed: [before % 10] };
      return before % 5 === 4 ? { kind: 'error', status: 500, code: 'InternalError' } : null;
    });
    await begin(queue);
    await eventually('empty queue', () => (fake.queue.bodies().length === 0 ? true : null), 30_000);
    const values = await valuesOf('feedback.received.v1');
    const ids = values.map((value) => {
      const read = decodeEvent('feedback.received.v1', value);
      return read.ok ? read.event.id : '';
    });
    expect(ids.length).toBeGreaterThanOrEqual(160);
    expect(new Set(ids).size).toBe(40);
  });
});
