import { existsSync } from 'node:fs';
import type { Policy } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import { isRedressError, type Clock, type Logger, type RedressError } from '@redress/runtime';
import {
  holdsState,
  isBehindLog,
  openPglite,
  removeRebuilding,
  type DataFolder,
  type Database,
} from '@redress/store';
import { rebuildFolder, type RebuiltFolder } from './rebuild-folder.ts';
import { tellProgress } from './tell-progress.ts';

export interface TrustedStoreOptions {
  readonly folder: Pick<DataFolder, 'store' | 'storeTrusted' | 'trustStore'>;
  readonly log: EventLog;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told once when the store that was opened is lost to this process. */
  readonly onLost: (error: RedressError) => void;
}

/** What a rebuild would not cure: the store is fine, this release is the wrong one. */
const NOT_LOST: readonly string[] = [
  'REDRESS_STORE_NEWER',
  'REDRESS_STORE_MIGRATION_CHANGED',
  'REDRESS_STORE_ENGINE_CHANGED',
];

/**
 * Opens the store of a data folder. One that is missing, does not open, is older than the log, or was open when the machine went down is made again from
 * the log first, which is told on stderr.
 */
export async function openTrustedStore(options: TrustedStoreOptions): Promise<Database> {
  const { folder, log, onLost } = options;
  await removeRebuilding(folder.store);
  const isFirst = !existsSync(folder.store) && !(await holdsState(log));
  const found = isFirst ? null : await open(options);
  if (found !== null && 'database' in found) return found.database;
  if (found !== null) await rebuild(found.lost, options);
  const database = await openPglite({ directory: folder.store, onLost });
  // A first start that came to nothing, or a store that could not be made again but opens.
  if (!folder.storeTrusted) await folder.trustStore();
  return database;
}

async function rebuild(lost: string, options: TrustedStoreOptions): Promise<void> {
  const { clock } = options;
  process.stderr.write(`${lost} It is made again from the log.\n`);
  let made: RebuiltFolder;
  try {
    made = await rebuildFolder({
      ...options,
      keep: true,
      onProgress: tellProgress(() => Date.parse(clock.now())),
    });
  } catch (err) {
    // The store that is there is all there is.
    if (!isRedressError(err) || err.code !== 'REDRESS_LOG_OLDER') throw err;
    process.stderr.write(`${err.message} Until then the store is used as it is.\n`);
    return;
  }
  const { records, unreadable, unknownDeliveries, kept } = made;
  process.stderr.write(
    [
      `The store was made again from ${records.toLocaleString('en')} records.`,
      ...(kept === null ? [] : [`The one before is kept as ${kept} until the next rebuild.`]),
      ...(unknownDeliveries === 0
        ? []
        : [`Of ${String(unknownDeliveries)} mails it is not known whether they went out.`]),
      ...(unreadable.length === 0 ? [] : [`Left out: ${unreadable.join('; ')}.`]),
    ].join(' ') + '\n',
  );
}

/** The store where it can be relied on, or in a sentence why not. */
async function open({
  folder,
  log,
  logger,
  onLost,
}: TrustedStoreOptions): Promise<{ readonly database: Database } | { readonly lost: string }> {
  if (!folder.storeTrusted)
    return {
      lost: 'The machine went down while Redress ran, so the store may lack its last moments.',
    };
  if (!existsSync(folder.store)) return { lost: 'The store is missing.' };
  let database: Database;
  try {
    database = await openPglite({ directory: folder.store, onLost });
  } catch (err) {
    if (isRedressError(err) && NOT_LOST.includes(err.code)) throw err;
    logger.warn({ err }, 'the store does not open');
    return { lost: 'The store does not open.' };
  }
  try {
    if (!(await isBehindLog(database, log))) return { database };
  } catch (err) {
    await database.close();
    throw err;
  }
  await database.close();
  return { lost: 'The store is older than the log.' };
}
