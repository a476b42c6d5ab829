import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, testServers } from '@redress/testkit';
import kafkajs, { CompressionTypes } from 'kafkajs';
import type { EventLog } from '../port.ts';
import { aKafka, type TestKafka } from './fixtures/a-kafka.ts';
import { consuming, keeping, record } from './fixtures/records.ts';
import { snappyLiteral } from './fixtures/snappy-batch.ts';

const RECEIVED = 'feedback.received.v1';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`records that Kafka ${version} does not take, and those of others`, () => {
    let kafka: TestKafka;
    let log: EventLog;
    beforeEach(async () => {
      kafka = await aKafka(broker);
      log = await kafka.open();
    });
    afterEach(async () => {
      await kafka.cleanup();
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
