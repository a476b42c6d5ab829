import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger, systemClock } from '@redress/runtime';
import { createTestQueue, testServers } from '@redress/testkit';
import type { TestQueue } from '@redress/testkit';
import { describeWorkQueue } from '../conformance.ts';
import { openSqsQueue } from './open-sqs-queue.ts';
import type { SqsQueue } from './open-sqs-queue.ts';

const MAX_RECEIVES = 3;

const open = ({ url, connection }: TestQueue): Promise<SqsQueue> =>
  openSqsQueue({ queueUrl: url, connection, clock: systemClock, logger: silentLogger });

describeWorkQueue(
  'SQS (ElasticMQ)',
  async () => {
    const made = await createTestQueue(testServers().sqs, 'conformance', {
      maxReceives: MAX_RECEIVES,
    });
    const queue = await open(made);
    return {
      queue,
      maxReceives: MAX_RECEIVES,
      advance: (seconds) => systemClock.sleep(seconds * 1000),
      async cleanup() {
        await queue.close();
        await made.remove();
      },
    };
  },
  { exactDepth: true, strictReceipts: true },
);

describe('a queue of SQS', () => {
  let made: TestQueue;
  let queue: SqsQueue;
  const setUp = async (maxReceives: number | null): Promise<void> => {
    made = await createTestQueue(testServers().sqs, 'adapter', { maxReceives });
    queue = await open(made);
  };
  beforeEach(() => setUp(1));
  afterEach(async () => {
    await queue.close();
    await made.remove();
  });

  const kill = async (count: number): Promise<void> => {
    await queue.send(Array.from({ length: count }, (_, index) => ({ body: String(index) })));
    for (let killed = 0; killed < count;) killed += (await queue.receive(10, 0)).length;
    while ((await queue.depth()).dead < count) await queue.receive(10, 0);
  };
  const receiveAll = async (): Promise<string[]> => {
    const bodies: string[] = [];
    for (;;) {
      const messages = await queue.receive(10, 60);
      if (messages.length === 0) return bodies;
      bodies.push(...messages.map(({ body }) => body));
      await Promise.all(messages.map((message) => queue.delete(message)));
    }
  };

  it('waits for a message where there is none, and for no longer than it must', async () => {
    const start = Date.now();
    const wait = { seconds: 20, signal: new AbortController().signal };
    const received = queue.receive(1, 60, wait);
    await systemClock.sleep(300);
    await queue.send([{ body: 'a' }]);
    expect(await received).toHaveLength(1);
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(await queue.receive(1, 60, { ...wait, seconds: 1 })).toEqual([]);
  });

  it('hears what comes to a short wait that was ended: nothing is lost from sight', async () => {
    const ending = new AbortController();
    const received = queue.receive(1, 60, { seconds: 3, signal: ending.signal });
    await systemClock.sleep(100);
    ending.abort();
    await systemClock.sleep(500);
    await queue.send([{ body: 'a' }]);
    expect((await received).map(({ body }) => body)).toEqual(['a']);
  });

  it('ends a long wait in some seconds when told', async () => {
    const ending = new AbortController();
    const start = Date.now();
    const received = queue.receive(1, 60, { seconds: 20, signal: ending.signal });
    await systemClock.sleep(100);
    ending.abort();
    expect(await received).toEqual([]);
    expect(Date.now() - start).toBeLessThan(8_000);
  });

  it('puts back all that died, each once, and nothing when asked again', async () => {
    await kill(25);
    expect(await queue.depth()).toEqual({ visible: 0, hidden: 0, dead: 25 });
    expect(await queue.redrive()).toBe(25);
    expect(await queue.redrive()).toBe(0);
    const bodies = await receiveAll();
    expect(bodies).toHaveLength(25);
    expect(new Set(bodies).size).toBe(25);
    expect(await queue.depth()).toEqual({ visible: 0, hidden: 0, dead: 0 });
  });

  it('has no dead letters where it has no policy', async () => {
    await queue.close();
    await made.remove();
    await setUp(null);
    await queue.send([{ body: 'a' }]);
    for (let receive = 0; receive < 5; receive += 1) {
      expect(await queue.receive(1, 0)).toHaveLength(1);
    }
    expect(await queue.depth()).toEqual({ visible: 1, hidden: 0, dead: 0 });
    expect(await queue.redrive()).toBe(0);
  });

  it('is not opened where it is not there, and says what to do', async () => {
    await expect(open({ ...made, url: `${made.url}-other` })).rejects.toMatchObject({
      code: 'REDRESS_QUEUE_MISCONFIGURED',
      retryable: false,
      message: expect.stringMatching(/^The queue test-.*-other does not exist/),
    });
  });

  it('is opened while its engine is away, and its calls say so', async () => {
    const away = await open({ ...made, url: 'http://127.0.0.1:1/000000000000/deliveries' });
    await expect(away.ping()).rejects.toMatchObject({
      code: 'REDRESS_QUEUE_UNAVAILABLE',
      retryable: true,
      message: expect.stringMatching(/^The queue deliveries does not answer/),
    });
    await expect(away.receive(1, 1)).rejects.toMatchObject({ retryable: true });
    await away.close();
  });
});
