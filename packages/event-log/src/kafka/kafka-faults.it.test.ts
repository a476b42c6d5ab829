import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, startFaultProxy, testServers, type FaultProxy } from '@redress/testkit';
import kafkajs, { CompressionTypes } from 'kafkajs';
import type { Consumer, EventLog } from '../port.ts';
import { aKafka, type TestKafka } from './fixtures/a-kafka.ts';
import { consuming, keeping, numbered, record } from './fixtures/records.ts';
import { snappyLiteral } from './fixtures/snappy-batch.ts';

const RECEIVED = 'feedback.received.v1';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`faults between us and Kafka ${version}`, () => {
    let kafka: TestKafka;
    let proxy: FaultProxy;
    let log: EventLog;
    beforeEach(async () => {
      kafka = await aKafka(broker);
      proxy = await startFaultProxy({ to: broker });
      log = await kafka.open({
        backoff: { initial: 100, max: 500 },
        route: () => ({ host: '127.0.0.1', port: proxy.port }),
      });
    });
    afterEach(async () => {
      await kafka.cleanup();
      await proxy.stop();
    });

    const running = (consumer: Consumer) =>
      eventually(
        'a running consumer',
        () => (consumer.state().state === 'running' ? true : null),
        40_000,
      );

    for (const { mode, forMs } of [
      { mode: 'reset', forMs: 3000 },
      { mode: 'refuse', forMs: 12_000 },
      { mode: 'black-hole', forMs: 10_000 },
      { mode: 'half-open', forMs: 1000 },
    ] as const) {
      it(`goes on by itself after ${mode} for ${String(forMs / 1000)} seconds, and misses nothing`, async () => {
        const direct = await kafka.open();
        const seen: string[] = [];
        const consumer = await log.consume(consuming({ handle: keeping(seen) }));
        await running(consumer);
        await direct.publish(numbered(0, 100));
        await eventually('records', () => (seen.length >= 100 ? true : null));
        await proxy.set(mode);
        await direct.publish(numbered(100, 200));
        const refused = log.publish([record('lost?', 1)]).catch((thrown: unknown) => thrown);
        await pause(forMs);
        if (mode === 'reset' || mode === 'refuse') {
          expect(await refused).toMatchObject({ code: 'REDRESS_LOG_UNAVAILABLE', retryable: true });
          await expect(log.ping()).rejects.toMatchObject({ retryable: true });
          expect(consumer.state().state).toBe('waiting');
        }
        await proxy.set('pass');
        await eventually('the rest', () => (new Set(seen).size >= 200 ? true : null), 40_000);
        await running(consumer);
        await refused;
        await log.publish([record('after', 2)]);
        await eventually('what comes after', () => (seen.includes('after') ? true : null));
        await expect(log.ping()).resolves.toBeUndefined();
      }, 100_000);
    }

    it('waits for brokers that are away at the start of a consumer', async () => {
      await proxy.set('refuse');
      const seen: string[] = [];
      const consumer = await log.consume(consuming({ handle: keeping(seen) }));
      await eventually('a reason', () =>
        consumer.state().reason?.includes('Kafka is away') === true ? true : null,
      );
      await proxy.set('pass');
      await log.publish([record('a')]);
      await eventually('records', () => (seen.length === 1 ? true : null), 30_000);
    }, 60_000);

    it('stops at once while brokers are away', async () => {
      const consumer = await log.consume(consuming({ handle: keeping([]) }));
      await running(consumer);
      await proxy.set('refuse');
      await pause(500);
      const start = Date.now();
      await consumer.stop();
      expect(Date.now() - start).toBeLessThan(10_000);
    });

    it('refuses to open where no broker answers', async () => {
      await proxy.set('refuse');
      await expect(
        kafka.open({ route: () => ({ host: '127.0.0.1', port: proxy.port }) }),
      ).rejects.toMatchObject({ code: 'REDRESS_LOG_UNAVAILABLE', retryable: true });
    });

    it('refuses a record that is too large, and takes those that were written with it', async () => {
      const large = { ...record('large'), value: Buffer.alloc(5 * 2 ** 20) };
      const [refused, taken] = await Promise.allSettled([
        log.publish([large]),
        log.publish([record('small')]),
      ]);
      expect(refused).toMatchObject({
        reason: { code: 'REDRESS_LOG_RECORD_TOO_LARGE', retryable: false },
      });
      expect(taken.status).toBe('fulfilled');
    });

    it('finds the record that the broker finds too large among others', async () => {
      await kafka.admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: kafkajs.ConfigResourceTypes.TOPIC,
            name: kafka.physical(RECEIVED),
            configEntries: [{ name: 'max.message.bytes', value: '10000' }],
          },
        ],
      });
      await pause(500);
      const large = { ...record('large'), value: Buffer.alloc(20_000) };
      const results = await Promise.allSettled([
        log.publish([record('a')]),
        log.publish([large]),
        log.publish([record('b')]),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await log.end(RECEIVED, 0)).toBe(2);
    });

    it('refuses a partition that there is not, which kafkajs would drop in silence', async () => {
      await expect(log.publish([record('a', 99)])).rejects.toMatchObject({
        code: 'REDRESS_LOG_PARTITION_UNKNOWN',
      });
    });

    it('says what to do where topics are missing', async () => {
      expect(() => log.partitions('tasks.v1')).toThrow(/redress topics apply/);
      await expect(
        log.consume({ ...consuming({ handle: keeping([]) }), topics: ['tasks.v1'] }),
      ).rejects.toMatchObject({ code: 'REDRESS_TOPICS_MISSING' });
    });

    it('stops with a sentence where records are compressed as it cannot read', async () => {
      const producer = kafka.kafka.producer();
      await producer.connect();
      const builtIn = kafkajs.CompressionCodecs[CompressionTypes.Snappy];
      kafkajs.CompressionCodecs[CompressionTypes.Snappy] = () => ({
        compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(snappyLiteral(buffer)),
      });
      try {
        await producer.send({
          topic: kafka.physical(RECEIVED),
          compression: CompressionTypes.Snappy,
          messages: [{ value: 'a', partition: 0 }],
        });
      } finally {
        kafkajs.CompressionCodecs[CompressionTypes.Snappy] = builtIn;
        await producer.disconnect();
      }
      let told: string | undefined;
      const consumer = await log.consume(
        consuming({ handle: keeping([]), onStopped: (reason) => (told = reason) }),
      );
      await eventually('an end', () => (consumer.state().state === 'stopped' ? true : null));
      expect(told).toContain('compressed with snappy, lz4 or zstd');
      await expect(
        (async () => {
          for await (const _ of log.read(RECEIVED, 0));
        })(),
      ).rejects.toMatchObject({ code: 'REDRESS_LOG_CODEC_UNKNOWN' });
    });

    it('hands over what others wrote: gzip, no key, a header twice, bytes that are no text', async () => {
      const producer = kafka.kafka.producer();
      await producer.connect();
      await producer.send({
        topic: kafka.physical(RECEIVED),
        compression: CompressionTypes.GZIP,
        messages: [
          {
            value: Buffer.from([0xff, 0x00, 0xfe]),
            partition: 0,
            headers: { a: ['one', 'two'], b: Buffer.from('three') },
          },
          { key: 'k', value: null, partition: 0 },
        ],
      });
      await producer.disconnect();
      const read = [];
      for await (const found of log.read(RECEIVED, 0)) read.push(found);
      expect(read).toMatchObject([
        { offset: 0, key: '', headers: { a: 'one', b: 'three' } },
        { offset: 1, key: 'k', value: null, headers: {} },
      ]);
      expect([...(read[0]?.value ?? [])]).toEqual([0xff, 0x00, 0xfe]);
    });
  });
}
