import { openKafkaLog } from '@redress/event-log';
import { keysOf, runService } from '@redress/runtime';
import { readConfig, variables } from './config.ts';
import { startIngestorHttp } from './start.ts';

await runService({
  name: 'ingestor-http',
  description:
    'takes feedback over HTTP into the log, and answers once it is there. Any number may run.',
  variables,
  readConfig,
  async start(config, { clock, logger, metrics, health, own }) {
    const log = own(await openKafkaLog({ config, clock, logger }));
    const { address } = own(
      await startIngestorHttp({
        log,
        clock,
        logger,
        metrics,
        health,
        secret: keysOf(config.REDRESS_SECRET).hmac,
        token: config.REDRESS_TOKEN,
        host: config.REDRESS_HOST,
        port: config.REDRESS_PORT,
      }),
    );
    return address;
  },
});
