import { openKafkaLog } from '@redress/event-log';
import { checkConsumer, keysOf, runService } from '@redress/runtime';
import { openSqsQueue } from '@redress/work-queue';
import { readConfig, variables } from './config.ts';
import { startIngestorSqs } from './start.ts';

await runService({
  name: 'ingestor-sqs',
  description:
    'takes feedback from an SQS queue into the log, each message for itself. Any number may run.',
  variables,
  readConfig,
  async start(config, { clock, logger, metrics, health, own }) {
    const log = own(await openKafkaLog({ config, clock, logger }));
    const queue = own(await openSqsQueue({ queueUrl: config.SQS_FEEDBACK_URL, clock, logger }));
    const { hmac: secret } = keysOf(config.REDRESS_SECRET);
    const ingestor = own(await startIngestorSqs({ log, queue, clock, logger, metrics, secret }));
    health.register('log', () => log.ping().then(() => ({ ok: true })));
    health.register('queue', () => queue.ping().then(() => ({ ok: true })));
    health.register('ingestor', checkConsumer(ingestor));
    return undefined;
  },
});
