import { openKafkaLog } from '@redress/event-log';
import { openHotState } from '@redress/hot-state';
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
    const keys = keysOf(config.REDRESS_SECRET);
    const hotState = own(await openHotState({ config, clock, logger, keySecret: keys.hmac }));
    health.register('hot state', () => hotState.check());
    const { address } = own(
      await startIngestorHttp({
        log,
        clock,
        logger,
        metrics,
        health,
        hotState,
        feedbackLimit: config.REDRESS_FEEDBACK_LIMIT,
        secret: keys.hmac,
        token: config.REDRESS_TOKEN,
        host: config.REDRESS_HOST,
        port: config.REDRESS_PORT,
      }),
    );
    return address;
  },
});
