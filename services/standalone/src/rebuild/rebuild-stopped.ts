import { existsSync } from 'node:fs';
import { DEFAULT_POLICY } from '@redress/contracts';
import { openEmbeddedLog, openKafkaLog } from '@redress/event-log';
import { readPolicy } from '@redress/console';
import {
  RedressError,
  createLogger,
  createOwned,
  systemClock,
  type Logger,
  type Own,
} from '@redress/runtime';
import { holdsState, openDataFolder, openPostgres } from '@redress/store';
import type { Config } from '../config.ts';
import { rebuildDatabase } from './rebuild-database.ts';
import { rebuildFolder, type RebuiltFolder } from './rebuild-folder.ts';
import { tellProgress } from './tell-progress.ts';

interface StoppedOptions {
  readonly dataDirectory: string;
  readonly keep: boolean;
  readonly config: Config;
}

/**
 * Makes the store again while the server is stopped: of the data folder, or in the empty database that DATABASE_URL names; from the folder's log, or from
 * Kafka's. Throws REDRESS_DATA_FOLDER_IN_USE or REDRESS_STORE_IN_USE where a server runs, REDRESS_USAGE where the log tells nothing, so that a lost log
 * never empties a store.
 */
export async function rebuildStopped(options: StoppedOptions): Promise<RebuiltFolder> {
  const logger = createLogger({
    name: 'redress',
    level: options.config.REDRESS_LOG_LEVEL ?? 'warn',
    destination: process.stderr,
  });
  const { own, close } = createOwned(logger);
  try {
    return await rebuild(options, logger, own);
  } finally {
    await close();
  }
}

async function rebuild(
  { dataDirectory, keep, config }: StoppedOptions,
  logger: Logger,
  own: Own,
): Promise<RebuiltFolder> {
  const { KAFKA_BROKERS, DATABASE_URL } = config;
  const clock = systemClock;
  const onServers = KAFKA_BROKERS !== undefined && DATABASE_URL !== undefined;
  if (!onServers && !existsSync(dataDirectory)) throw nothingIn(dataDirectory);
  const folder = onServers ? null : own(await openDataFolder({ directory: dataDirectory }));
  const log = own(
    KAFKA_BROKERS === undefined
      ? openEmbeddedLog({ directory: folder?.log ?? '', clock, logger })
      : await openKafkaLog({ config: { ...config, KAFKA_BROKERS }, clock, logger }),
  );
  if (!(await holdsState(log)))
    throw nothingIn(KAFKA_BROKERS === undefined ? dataDirectory : 'Kafka');
  const common = {
    log,
    policy:
      config.REDRESS_POLICY === undefined ? DEFAULT_POLICY : readPolicy(config.REDRESS_POLICY),
    clock,
    onProgress: tellProgress(() => Date.parse(clock.now())),
  };
  if (DATABASE_URL === undefined && folder !== null)
    return rebuildFolder({ ...common, folder, keep });
  const database = own(
    await openPostgres({
      url: DATABASE_URL ?? '',
      poolSize: config.DATABASE_POOL_SIZE,
      applicationName: 'redress rebuild',
      logger,
    }),
  );
  return { ...(await rebuildDatabase({ ...common, database })), kept: null };
}

function nothingIn(place: string): RedressError {
  return new RedressError(
    'REDRESS_USAGE',
    `The log in ${place} tells nothing that a store could be made from; name the data folder with --data-dir, or just start.`,
  );
}
