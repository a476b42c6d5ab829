import { openKafkaLog } from '@redress/event-log';
import { openHotState } from '@redress/hot-state';
import { createMailLinks, createMailSender, createOutboxSender } from '@redress/mail';
import { checkConsumer, keysOf, runService } from '@redress/runtime';
import { openPostgres, startServerClock } from '@redress/store';
import { openSqsQueue } from '@redress/work-queue';
import { readConfig, variables } from './config.ts';
import { checkOperators } from './ops-watch/check-operators.ts';
import { startNotifierOnPolicy } from './start-on-policy.ts';
import { TOPOLOGY } from './topology.ts';

await runService({
  name: 'notifier',
  description: `knows customers, decides and acts: ${TOPOLOGY.consumes.join(', ')} → tasks, clocks and mails. Any number may run.`,
  variables,
  readConfig,
  async start(config, { clock: machine, logger, metrics, health, own, fail }) {
    const database = own(
      await openPostgres({
        url: config.DATABASE_URL,
        poolSize: config.DATABASE_POOL_SIZE,
        applicationName: 'redress notifier',
        logger,
      }),
    );
    const clock = own(await startServerClock({ database, machine, logger }));
    const log = own(await openKafkaLog({ config, clock, logger }));
    const queue = own(await openSqsQueue({ queueUrl: config.SQS_DELIVERIES_URL, clock, logger }));
    const keys = keysOf(config.REDRESS_SECRET);
    const hotState = own(await openHotState({ config, clock, logger, keySecret: keys.hmac }));
    const from = { name: 'Redress', address: config.REDRESS_MAIL_FROM };
    const outbox = { directory: config.REDRESS_OUTBOX, from };
    const timeouts = { overall: config.SMTP_TIMEOUT_MS };
    const smtp =
      config.SMTP_URL === undefined ? {} : { smtp: { url: config.SMTP_URL, from, timeouts } };
    const notifier = own(
      await startNotifierOnPolicy({
        log,
        database,
        queue,
        hotState,
        mailSender: own(createMailSender({ outbox, ...smtp })),
        sampleSender: own(createOutboxSender(outbox)),
        alone: false,
        retryAfterMs: config.REDRESS_MAIL_RETRY_MS,
        links: createMailLinks({ secret: keys.links, publicUrl: config.REDRESS_PUBLIC_URL }),
        clock,
        logger,
        metrics,
        onStopped: fail,
      }),
    );
    health.register('store', () => database.query('SELECT 1').then(() => ({ ok: true })));
    health.register('log', () => log.ping().then(() => ({ ok: true })));
    health.register('queue', () => queue.ping().then(() => ({ ok: true })));
    health.register('hot state', () => hotState.check());
    health.register('notifier', checkConsumer(notifier));
    health.register('operators', checkOperators(notifier));
    return undefined;
  },
});
