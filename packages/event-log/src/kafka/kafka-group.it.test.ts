import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, testServers } from '@redress/testkit';
import type { Consumer, EventLog } from '../port.ts';
import { aKafka, type TestKafka } from './fixtures/a-kafka.ts';
import { consuming, keeping, numbered, ok, record, textOf } from './fixtures/records.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`a group on Kafka ${version}`, () => {
    let kafka: TestKafka;
    let log: EventLog;
    beforeEach(async () => {
      kafka = await aKafka(broker);
      log = await kafka.open();
    });
    afterEach(async () => {
      await kafka.cleanup();
    });

    const running = (consumer: Consumer) =>
      eventually('a running consumer', () => (consumer.state().state === 'running' ? true : null));
    const members = async (): Promise<string[]> => {
      const { groups } = await kafka.admin.describeGroups([`${kafka.prefix}test`]);
      return groups[0]!.members.map(({ memberId }) => memberId);
    };
    const settled = () =>
      eventually('no lag', async () => {
        const lags = await log.lag('redress.test', ['feedback.received.v1']);
        return lags.every(({ lag }) => lag === 0) ? true : null;
      });

    it('loses nothing and sticks nowhere while a second member joins and leaves under load', async () => {
      const other = await kafka.open();
      const seen = { one: [] as string[], two: [] as string[] };
      const slowly =
        (into: string[]) => async (records: Parameters<ReturnType<typeof keeping>>[0]) => {
          await pause(20);
          into.push(...records.map(textOf));
          return records.map(() => ok);
        };
      await running(await log.consume(consuming({ handle: slowly(seen.one) })));
      let sent = 0;
      const done = new AbortController();
      const load = (async () => {
        while (!done.signal.aborted) {
          await log.publish(Array.from({ length: 40 }, () => record(String(sent), sent++ % 4)));
          await pause(100);
        }
      })();
      for (let time = 0; time < 4; time += 1) {
        const guest = await other.consume(consuming({ handle: slowly(seen.two) }));
        await running(guest);
        await pause(1500);
        await guest.stop();
        await pause(500);
      }
      done.abort();
      await load;
      await settled();
      const all = [...seen.one, ...seen.two];
      expect(new Set(all).size).toBe(sent);
      expect(seen.two.length).toBeGreaterThan(0);
      // What is in hand is finished before the group comes together anew: hardly anything is handed over twice in eight changes.
      expect(all.length - sent).toBeLessThanOrEqual(4 * 10);
    }, 90_000);

    it('keeps a member whose dependency is away for longer than a session, and its other partitions go on', async () => {
      const seen: string[] = [];
      let away = true;
      const consumer = await log.consume(
        consuming({
          handle: (records) => {
            if (away && records[0]!.partition === 0) throw new Error('away');
            seen.push(...records.map(textOf));
            return Promise.resolve(records.map(() => ok));
          },
        }),
      );
      await running(consumer);
      const before = await members();
      await log.publish([...numbered(0, 50, 0), ...numbered(100, 150, 1)]);
      await eventually('the other partition', () => (seen.length === 50 ? true : null));
      for (let second = 0; second < 9; second += 1) {
        await log.publish([record(`beat-${String(second)}`, 2)]);
        await pause(1000);
      }
      expect(seen.filter((text) => text.startsWith('beat')).length).toBeGreaterThanOrEqual(8);
      expect(consumer.state()).toMatchObject({ state: 'waiting' });
      expect(await members()).toEqual(before);
      away = false;
      await eventually('what waited', () => (seen.includes('49') ? true : null));
      expect(seen.filter((text) => Number(text) < 50)).toEqual(
        Array.from({ length: 50 }, (_, index) => String(index)),
      );
    });

    it('keeps a member whose handler takes longer than a session', async () => {
      const seen: string[] = [];
      const consumer = await log.consume(
        consuming({
          handle: async (records) => {
            if (records.some((given) => textOf(given) === '0')) await pause(8000);
            seen.push(...records.map(textOf));
            return records.map(() => ok);
          },
        }),
      );
      await running(consumer);
      const before = await members();
      await log.publish([record('0'), record('other', 1)]);
      await eventually('the other partition', () => (seen.includes('other') ? true : null), 5000);
      await eventually('the slow one', () => (seen.includes('0') ? true : null));
      expect(await members()).toEqual(before);
      expect(seen.filter((text) => text === '0')).toHaveLength(1);
    });

    it('reads partitions that are added from their first record', async () => {
      const seen: string[] = [];
      await running(await log.consume(consuming({ handle: keeping(seen) })));
      await kafka.admin.createPartitions({
        topicPartitions: [{ topic: kafka.physical('feedback.received.v1'), count: 6 }],
      });
      const later = await kafka.open();
      await eventually('new partitions', async () => {
        await later.publish([record('first', 5)]).catch(() => null);
        return (await later.end('feedback.received.v1', 5)) > 0 ? true : null;
      });
      // A second member makes the group look at the topic at once instead of within a minute.
      await running(await later.consume(consuming({ handle: keeping(seen) })));
      await eventually('its first record', () => (seen.includes('first') ? true : null), 30_000);
    });

    it('stops within its deadline although a handler hangs', async () => {
      let inHand = false;
      const consumer = await log.consume(
        consuming({
          handle: () => {
            inHand = true;
            return new Promise(() => undefined);
          },
        }),
      );
      await log.publish([record('a')]);
      await eventually('a record in hand', () => (inHand ? true : null));
      const start = Date.now();
      await consumer.stop();
      expect(Date.now() - start).toBeLessThan(24_000);
    });
  });
}
