import type { Policy } from '@redress/contracts';
import { openEmbeddedLog, openKafkaLog, type EventLog } from '@redress/event-log';
import { openHotState, type CheckedHotState } from '@redress/hot-state';
import {
  keysOf,
  systemClock,
  type Clock,
  type Keys,
  type Logger,
  type Own,
  type RedressError,
} from '@redress/runtime';
import { openPostgres, startServerClock, type Database, type DataFolder } from '@redress/store';
import { createEmbeddedQueue, openSqsQueue, type WorkQueue } from '@redress/work-queue';
import type { Config } from '../config.ts';
import { openTrustedStore } from '../rebuild/open-trusted-store.ts';

/** What everything in the process runs on. */
export interface Engines {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly database: Database;
  readonly hotState: CheckedHotState;
  readonly queue: WorkQueue;
  /** The data folder's own, or those of the services that this process shares servers with. */
  readonly keys: Keys;
  /** Nobody else works on the same store and queue. */
  readonly alone: boolean;
}

/** Opens each engine: the embedded one, or the server that the environment names for it. */
export async function openEngines(options: {
  readonly folder: DataFolder;
  readonly config: Config;
  readonly policy: Policy;
  readonly logger: Logger;
  readonly own: Own;
  /** Told once when the embedded store is lost to this process. */
  readonly onLost: (error: RedressError) => void;
}): Promise<Engines> {
  const { folder, config, logger, own } = options;
  const { KAFKA_BROKERS, DATABASE_URL, SQS_DELIVERIES_URL, REDRESS_SECRET } = config;
  const keys = REDRESS_SECRET === undefined ? folder.secrets : keysOf(REDRESS_SECRET);
  const log = own(
    KAFKA_BROKERS === undefined
      ? openEmbeddedLog({ directory: folder.log, clock: systemClock, logger })
      : await openKafkaLog({ config: { ...config, KAFKA_BROKERS }, clock: systemClock, logger }),
  );
  const database = own(
    DATABASE_URL === undefined
      ? await openTrustedStore({ ...options, log, clock: systemClock })
      : await openPostgres({
          url: DATABASE_URL,
          poolSize: config.DATABASE_POOL_SIZE,
          applicationName: 'redress',
          logger,
        }),
  );
  const clock =
    DATABASE_URL === undefined
      ? systemClock
      : own(await startServerClock({ database, machine: systemClock, logger }));
  const hotState = own(await openHotState({ config, clock, logger, keySecret: keys.hmac }));
  const queue =
    SQS_DELIVERIES_URL === undefined
      ? createEmbeddedQueue({ database, clock, name: 'deliveries' })
      : own(await openSqsQueue({ queueUrl: SQS_DELIVERIES_URL, clock, logger }));
  return {
    clock,
    log,
    database,
    hotState,
    queue,
    keys,
    alone: DATABASE_URL === undefined && SQS_DELIVERIES_URL === undefined,
  };
}
