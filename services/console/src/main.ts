import { DEFAULT_POLICY } from '@redress/contracts';
import { openKafkaLog } from '@redress/event-log';
import { openHotState } from '@redress/hot-state';
import { createMailLinks } from '@redress/mail';
import { keysOf, runService } from '@redress/runtime';
import { followOutbox, openPostgres, startServerClock } from '@redress/store';
import { readConfig, variables } from './config.ts';
import { readPolicy } from './policy/read-policy.ts';
import { prepareStore } from './prepare-store.ts';
import { startConsole } from './start.ts';

await runService({
  name: 'console',
  description:
    'the page and the API: the inbox of the owners, customers, figures. Any number may run.',
  variables,
  readConfig,
  async start(config, { clock: machine, logger, metrics, health, own }) {
    const policy =
      config.REDRESS_POLICY === undefined ? DEFAULT_POLICY : readPolicy(config.REDRESS_POLICY);
    const keys = keysOf(config.REDRESS_SECRET);
    const database = own(
      await openPostgres({
        url: config.DATABASE_URL,
        poolSize: config.DATABASE_POOL_SIZE,
        applicationName: 'redress console',
        logger,
      }),
    );
    const clock = own(await startServerClock({ database, machine, logger }));
    const log = own(await openKafkaLog({ config, clock, logger }));
    const hotState = own(await openHotState({ config, clock, logger, keySecret: keys.hmac }));
    await prepareStore({
      database,
      clock,
      policy,
      secret: keys.session,
      environmentToken: config.REDRESS_TOKEN,
    });
    health.register('store', () => database.query('SELECT 1').then(() => ({ ok: true })));
    health.register('log', () => log.ping().then(() => ({ ok: true })));
    health.register('hot state', () => hotState.check());
    const links = createMailLinks({
      secret: keys.links,
      publicUrl: config.REDRESS_PUBLIC_URL,
    });
    const { address } = own(
      await startConsole({
        database,
        log,
        hotState,
        clock,
        logger,
        metrics,
        health,
        policy,
        relay: followOutbox({ database, clock }),
        links: links?.actions ?? null,
        outboxDirectory: config.REDRESS_OUTBOX,
        host: config.REDRESS_HOST,
        port: config.REDRESS_PORT,
      }),
    );
    return address;
  },
});
