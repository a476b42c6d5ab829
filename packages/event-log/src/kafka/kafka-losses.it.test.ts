import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, testServers } from '@redress/testkit';
import { positionKey, type Consumer, type EventLog } from '../port.ts';
import { aKafka, type TestKafka } from './fixtures/a-kafka.ts';
import { consuming, keeping, numbered, ok, textOf } from './fixtures/records.ts';

const RECEIVED = 'feedback.received.v1';
const PLACE = positionKey(RECEIVED, 0);

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`records that Kafka ${version} no longer has`, () => {
    let kafka: TestKafka;
    let log: EventLog;
    beforeEach(async () => {
      kafka = await aKafka(broker);
      log = await kafka.open();
    });
    afterEach(async () => {
      await kafka.cleanup();
    });

    const removeBefore = (offset: number) =>
      kafka.admin.deleteTopicRecords({
        topic: kafka.physical(RECEIVED),
        partitions: [{ partition: 0, offset: String(offset) }],
      });
    const committed = async (): Promise<string | undefined> => {
      const [topic] = await kafka.admin.fetchOffsets({
        groupId: `${kafka.prefix}test`,
        topics: [kafka.physical(RECEIVED)],
      });
      return topic?.partitions.find(({ partition }) => partition === 0)?.offset;
    };
    const stopped = (consumer: Consumer) =>
      eventually('alarm', () => {
        const { state, reason } = consumer.state();
        return state === 'stopped' ? (reason ?? '') : null;
      });

    it('stop a consumer that comes back to where they were, each time, until it is told to go on', async () => {
      const before: string[] = [];
      await log.publish(numbered(0, 10));
      const first = await log.consume(consuming({ handle: keeping(before) }));
      await eventually('records', () => (before.length === 10 ? true : null));
      await first.stop();
      await log.publish(numbered(10, 20));
      await removeBefore(15);

      const seen: string[] = [];
      for (let time = 0; time < 2; time += 1) {
        let told: string | undefined;
        const consumer = await log.consume(
          consuming({ handle: keeping(seen), onStopped: (reason) => (told = reason) }),
        );
        const reason = await stopped(consumer);
        expect(reason).toContain(`${PLACE}: offsets 10 to 14 were removed from Kafka`);
        expect(reason).toContain('KAFKA_ON_LOST_RECORDS=earliest');
        expect(told).toBe(reason);
        await consumer.stop();
      }
      expect(seen).toEqual([]);

      const forgiving = await kafka.open({
        config: { ...kafka.config, KAFKA_ON_LOST_RECORDS: 'earliest' },
      });
      await forgiving.consume(consuming({ handle: keeping(seen) }));
      await eventually('what is left', () => (seen.length === 5 ? true : null));
      expect(seen).toEqual(['15', '16', '17', '18', '19']);
    });

    it('stop a running consumer before it is set elsewhere, and its place is kept', async () => {
      await log.publish(numbered(0, 10));
      const seen: string[] = [];
      let blocked = true;
      const consumer = await log.consume(
        consuming({
          maxBatch: 1,
          handle: (records) => {
            if (blocked) throw new Error('away');
            seen.push(...records.map(textOf));
            return Promise.resolve(records.map(() => ok));
          },
        }),
      );
      // The partition is held: its first records wait, and nothing after them is fetched.
      await eventually('a held partition', () =>
        consumer.state().state === 'waiting' && consumer.state().reason?.includes('threw') === true
          ? true
          : null,
      );
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await log.publish(numbered(10, 20));
      await removeBefore(15);
      blocked = false;
      expect(await stopped(consumer)).toContain('offsets 10 to 14 were removed');
      await consumer.stop();
      expect(seen).toEqual(Array.from({ length: 10 }, (_, index) => String(index)));
      expect(await committed()).toBe('10');
    });

    it('are missed also where nothing is left to be brought', async () => {
      await log.publish(numbered(0, 3));
      const seen: string[] = [];
      const consumer = await log.consume(
        consuming({
          handle: keeping(seen),
          loadPositions: () => Promise.resolve(new Map([[PLACE, 1]])),
        }),
      );
      await eventually('records', () => (seen.length === 2 ? true : null));
      consumer.pause();
      // More than one fetch brings.
      await log.publish(
        numbered(3, 5000).map((given) => ({
          ...given,
          value: Buffer.from(given.key.padEnd(1000)),
        })),
      );
      await eventually('a full buffer', async () => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return true;
      });
      await removeBefore(5000);
      consumer.resume();
      expect(await stopped(consumer)).toMatch(/offsets \d+ to 4999 were removed/);
      expect(new Set(seen).size).toBe(seen.length);
    });

    it('are missed where a position kept elsewhere lies beyond the end', async () => {
      await log.publish(numbered(0, 3));
      const consumer = await log.consume(
        consuming({
          handle: keeping([]),
          loadPositions: () => Promise.resolve(new Map([[PLACE, 10]])),
        }),
      );
      expect(await stopped(consumer)).toContain(
        'would read offset 10 next, but the partition ends at 3',
      );
    });
  });
}
