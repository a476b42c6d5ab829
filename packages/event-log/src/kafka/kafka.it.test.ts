import { describe } from '@jest/globals';
import { testServers } from '@redress/testkit';
import { describeEventLog } from '../conformance.ts';
import { aKafka } from './fixtures/a-kafka.ts';

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`on Kafka ${version}`, () => {
    describeEventLog(
      'the Kafka log',
      async () => {
        const kafka = await aKafka(broker);
        let log = await kafka.open();
        return {
          log,
          async reopen() {
            await log.close();
            log = await kafka.open();
            return log;
          },
          cleanup: () => kafka.cleanup(),
        };
      },
      { atomicPublish: false, patienceMs: 20_000, quietMs: 2500 },
    );
  });
}
