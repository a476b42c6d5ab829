import Fastify, { type FastifyInstance } from 'fastify';
import { DEFAULT_POLICY, type Policy } from '@redress/contracts';
import { openEmbeddedLog } from '@redress/event-log';
import { createMemoryHotState } from '@redress/hot-state';
import { registerIngestRoutes } from '@redress/ingestor-http';
import { createIngestor, type Ingestor } from '@redress/intake';
import {
  createMailLinks,
  createMailSender,
  createOutboxSender,
  type MailAddress,
} from '@redress/mail';
import { startNotifier } from '@redress/notifier';
import {
  createHealth,
  createLogger,
  createMetrics,
  systemClock,
  type Logger,
} from '@redress/runtime';
import { startScorer } from '@redress/scorer';
import { openDataFolder, type Database, type DataFolder } from '@redress/store';
import { createEmbeddedQueue } from '@redress/work-queue';
import {
  SERVER_OPTIONS,
  createAuthenticate,
  prepareStore,
  readPolicy,
  registerConsole,
  type ConsoleDependencies,
} from '@redress/console';
import type { Config } from '../config.ts';
import { openTrustedStore } from '../rebuild/open-trusted-store.ts';
import { registerOperatorRoutes } from './operator-routes.ts';
import { waitUntilSettled } from './wait-until-settled.ts';

export interface OpenRedress {
  /** Every address, not listening yet. */
  readonly app: FastifyInstance;
  readonly folder: DataFolder;
  readonly database: Database;
  readonly ingestor: Ingestor;
  readonly logger: Logger;
  /** What the console's own functions take. */
  readonly consoleDependencies: ConsoleDependencies;
  /** For the commands on this folder. */
  readonly token: string;
  /** Resolves when all that was received is decided and in the log. */
  settled(): Promise<void>;
  /** Intake first, then what is in hand, then the folder. May be called twice. */
  close(): Promise<void>;
}

/** Composes everything in this process on a data folder. Throws the RedressError of whatever cannot be opened; nothing stays open then. */
export async function openRedress({
  dataDirectory,
  config,
}: {
  dataDirectory: string;
  config: Config;
}): Promise<OpenRedress> {
  const opened: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= closeAll(opened));
  try {
    return await compose(dataDirectory, config, opened, close);
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Last opened, first closed; one that fails does not keep the others open. */
async function closeAll(opened: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of [...opened].reverse()) {
    try {
      await end();
    } catch (thrown) {
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function compose(
  dataDirectory: string,
  config: Config,
  opened: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<OpenRedress> {
  const policy: Policy =
    config.REDRESS_POLICY === undefined ? DEFAULT_POLICY : readPolicy(config.REDRESS_POLICY);
  const clock = systemClock;
  const metrics = createMetrics();
  const health = createHealth();
  const logger = createLogger({
    name: 'redress',
    level: config.REDRESS_LOG_LEVEL ?? (process.stderr.isTTY ? 'warn' : 'info'),
    destination: process.stderr,
  });

  const folder = await openDataFolder({ directory: dataDirectory });
  opened.push(() => folder.close());
  const log = openEmbeddedLog({ directory: folder.log, clock, logger });
  opened.push(() => log.close());
  const database = await openTrustedStore({ folder, log, policy, clock, logger });
  opened.push(() => database.close());
  const hotState = createMemoryHotState({ clock });
  opened.push(() => hotState.close());
  const token = await prepareStore({
    database,
    clock,
    policy,
    secret: folder.secrets.session,
    environmentToken: config.REDRESS_TOKEN,
  });

  const from: MailAddress = { name: 'Redress', address: config.REDRESS_MAIL_FROM };
  const outbox = { directory: folder.outbox, from };
  const mailSender = createMailSender({
    outbox,
    ...(config.SMTP_URL === undefined ? {} : { smtp: { url: config.SMTP_URL, from } }),
  });
  opened.push(() => mailSender.close());
  const sampleSender = createOutboxSender(outbox);
  opened.push(() => sampleSender.close());
  const links = createMailLinks({
    secret: folder.secrets.links,
    publicUrl: config.REDRESS_PUBLIC_URL,
  });

  const queue = createEmbeddedQueue({ database, clock, name: 'deliveries' });
  const notifier = await startNotifier({
    log,
    database,
    queue,
    hotState,
    mailSender,
    sampleSender,
    alone: true,
    links,
    clock,
    logger,
    metrics,
    policy,
  });
  opened.push(() => notifier.stop());
  const scorer = await startScorer({ log, clock, logger, metrics });
  opened.push(() => scorer.stop());

  health.register('store', async () => ({
    ok: (await database.query('SELECT 1')).rows.length === 1,
  }));
  health.register('log', () => log.ping().then(() => ({ ok: true })));
  for (const [name, consumer] of Object.entries({ scorer, notifier })) {
    health.register(name, () => {
      const { state, reason } = consumer.state();
      return Promise.resolve({
        ok: state === 'running',
        ...(reason === undefined ? {} : { detail: reason }),
      });
    });
  }

  const app = Fastify({ ...SERVER_OPTIONS, logger: false, forceCloseConnections: true });
  opened.push(() => app.close());
  const ingestor = createIngestor({
    name: 'ingestor-http',
    log,
    clock,
    secret: folder.secrets.hmac,
    metrics,
  });
  const consoleDependencies: ConsoleDependencies = {
    database,
    log,
    hotState,
    clock,
    logger,
    metrics,
    health,
    policy,
    relay: notifier.relay,
    links: links?.actions ?? null,
    outboxDirectory: folder.outbox,
  };
  // First, because its headers, cookies and error answers hold for what comes after it.
  await registerConsole(app, consoleDependencies);
  const authenticate = createAuthenticate(consoleDependencies);
  await registerIngestRoutes(app, {
    ingestor,
    logger,
    authenticate,
    feedbackLimit: { hotState, limit: config.REDRESS_FEEDBACK_LIMIT },
  });
  await registerOperatorRoutes(app, { ...consoleDependencies, log, authenticate });
  await app.ready();
  return {
    app,
    folder,
    database,
    ingestor,
    logger,
    consoleDependencies,
    token,
    settled: () => waitUntilSettled({ log, database, clock, relay: notifier.relay }),
    close,
  };
}
