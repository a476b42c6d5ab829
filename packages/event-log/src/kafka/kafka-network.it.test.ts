import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, startFaultProxy, testServers, type FaultProxy } from '@redress/testkit';
import type { Consumer, EventLog } from '../port.ts';
import { aKafka, type TestKafka } from './fixtures/a-kafka.ts';
import { consuming, keeping, numbered, record } from './fixtures/records.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`a network that fails between us and Kafka ${version}`, () => {
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
      { mode: 'refuse', forMs: 8000 },
      { mode: 'black-hole', forMs: 8000 },
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
          await eventually('a reason to wait', () =>
            consumer.state().state === 'waiting' ? true : null,
          );
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
  });
}
