import Fastify, { type FastifyInstance } from 'fastify';
import { DEFAULT_POLICY, type Policy } from '@redress/contracts';
import type { Consumer } from '@redress/event-log';
import { registerIngestRoutes } from '@redress/ingestor-http';
import { createIngestor, type Ingestor } from '@redress/intake';
import {
  createMailLinks,
  createMailSender,
  createOutboxSender,
  type MailAddress,
} from '@redress/mail';
import { checkOperators, startNotifier } from '@redress/notifier';
import {
  createHealth,
  createLogger,
  checkConsumer,
  createMetrics,
  createOwned,
  type Logger,
  type Owned,
  type RedressError,
} from '@redress/runtime';
import { logModel, readModel, startScorer, type ModelInUse } from '@redress/scorer';
import { openDataFolder, type Database, type DataFolder } from '@redress/store';
import {
  SERVER_OPTIONS,
  createAuthenticate,
  prepareStore,
  readPolicy,
  registerConsole,
  type ConsoleDependencies,
} from '@redress/console';
import type { Config } from '../config.ts';
import { ownModelIn } from '../model/model-places.ts';
import { openEngines } from './open-engines.ts';
import { registerOperatorRoutes } from './operator-routes.ts';
import { waitUntilSettled } from './wait-until-settled.ts';

export interface OpenRedress {
  /** Every address, not listening yet. */
  readonly app: FastifyInstance;
  readonly folder: DataFolder;
  readonly database: Database;
  readonly ingestor: Ingestor;
  readonly logger: Logger;
  /** What texts are read by. */
  readonly reading: ModelInUse;
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
  onLost = () => undefined,
}: {
  dataDirectory: string;
  config: Config;
  /** Told once when the store is lost to this process: nothing goes on then. */
  onLost?: (error: RedressError) => void;
}): Promise<OpenRedress> {
  const logger = createLogger({
    name: 'redress',
    level: config.REDRESS_LOG_LEVEL ?? (process.stderr.isTTY ? 'warn' : 'info'),
    destination: process.stderr,
  });
  const owned = createOwned(logger);
  try {
    return await compose({ dataDirectory, config, logger, owned, onLost });
  } catch (thrown) {
    await owned.close();
    throw thrown;
  }
}

async function compose({
  dataDirectory,
  config,
  logger,
  owned: { own, close },
  onLost,
}: {
  readonly dataDirectory: string;
  readonly config: Config;
  readonly logger: Logger;
  readonly owned: Owned;
  readonly onLost: (error: RedressError) => void;
}): Promise<OpenRedress> {
  const policy: Policy =
    config.REDRESS_POLICY === undefined ? DEFAULT_POLICY : readPolicy(config.REDRESS_POLICY);
  const reading = readModel(config.REDRESS_MODEL ?? ownModelIn(dataDirectory));
  const metrics = createMetrics();
  const health = createHealth();
  const folder = own(await openDataFolder({ directory: dataDirectory }));
  logModel(logger, reading);
  const { clock, log, database, hotState, queue, keys, alone } = await openEngines({
    folder,
    config,
    policy,
    logger,
    own,
    onLost,
  });
  const token = await prepareStore({
    database,
    clock,
    policy,
    secret: keys.session,
    environmentToken: config.REDRESS_TOKEN,
  });

  const from: MailAddress = { name: 'Redress', address: config.REDRESS_MAIL_FROM };
  const outbox = { directory: folder.outbox, from };
  const mailSender = own(
    createMailSender({
      outbox,
      ...(config.SMTP_URL === undefined ? {} : { smtp: { url: config.SMTP_URL, from } }),
    }),
  );
  const sampleSender = own(createOutboxSender(outbox));
  const links = createMailLinks({
    secret: keys.links,
    publicUrl: config.REDRESS_PUBLIC_URL,
  });

  let scorer: Consumer | null = null;
  const notifier = own(
    await startNotifier({
      log,
      database,
      queue,
      hotState,
      mailSender,
      sampleSender,
      alone,
      links,
      clock,
      logger,
      metrics,
      policy,
      watched: () => (scorer === null ? {} : { scorer: scorer.state() }),
    }),
  );
  const understanding = own(
    await startScorer({ log, clock, logger, metrics, policy, model: reading.model }),
  );
  scorer = understanding;

  health.register('store', async () => ({
    ok: (await database.query('SELECT 1')).rows.length === 1,
  }));
  health.register('log', () => log.ping().then(() => ({ ok: true })));
  health.register('operators', checkOperators(notifier));
  health.register('scorer', checkConsumer(understanding));
  health.register('notifier', checkConsumer(notifier));
  health.register('hot state', () => hotState.check());

  const app = own(Fastify({ ...SERVER_OPTIONS, logger: false, forceCloseConnections: true }));
  const ingestor = createIngestor({
    name: 'ingestor-http',
    log,
    clock,
    secret: keys.hmac,
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
    reading,
    consoleDependencies,
    token,
    settled: () => waitUntilSettled({ log, database, clock, relay: notifier.relay }),
    close,
  };
}
