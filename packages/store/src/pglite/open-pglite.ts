import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRedressError, killPoint, type RedressError } from '@redress/runtime';
import { openEngine } from '../../pglite-engine.mjs';
import { syncFolder } from '../data-folder/write-durably.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Database } from '../queryable.ts';
import { createDatabase } from './create-database.ts';
import { checkEngineVersion, recordEngineVersion } from './engine-version.ts';
import { ensureTemplate } from './ensure-template.ts';
import { startWorker } from './start-worker.ts';
import { storeError } from '../store-error.ts';

export interface PgliteOptions {
  /** Folder of the store; absent: memory, gone when closed. */
  readonly directory?: string;
  /** In a thread of its own, so that a long query does not stop the process. Default: true for a folder. */
  readonly worker?: boolean;
  /** Bytes of a migrated, empty database that a new store begins with. Default: the package's own, made if absent. */
  readonly loadTemplate?: () => Promise<Uint8Array>;
  /** Told once when the store's thread ended by itself; every call fails from then on, and only a new process goes on. */
  readonly onLost?: (error: RedressError) => void;
}

/**
 * Opens the embedded database, made and migrated where needed. The folder must be held by `openDataFolder` or be the caller's alone:
 * PGlite itself does not lock it, and two that open it lose everything.
 * Throws REDRESS_STORE_ENGINE_CHANGED, REDRESS_STORE_NEWER, REDRESS_STORE_MIGRATION_CHANGED, each with what to do.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<Database> {
  const { directory, worker = directory !== undefined, loadTemplate = ensureTemplate } = options;
  const start: typeof openEngine = worker
    ? (given) => startWorker({ ...given, onLost: options.onLost })
    : openEngine;
  if (directory !== undefined && !(await checkEngineVersion(directory))) {
    await createStore(directory, start, await loadTemplate());
  }
  const template = directory === undefined ? { template: await loadTemplate() } : { directory };
  const database = createDatabase(await opened(start(template)));
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** A first start that is cut short leaves a folder that never opens again; so it happens aside and is renamed when whole, as the last thing. */
async function createStore(
  directory: string,
  start: typeof openEngine,
  template: Uint8Array,
): Promise<void> {
  const aside = `${directory}.starting`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(path.dirname(directory), { recursive: true });
  const engine = await opened(start({ directory: aside, template }));
  await engine.close();
  await recordEngineVersion(directory);
  killPoint('before-store-rename');
  await rename(aside, directory);
  killPoint('after-store-rename');
  await syncFolder(path.dirname(directory));
}

async function opened<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw isRedressError(error) ? error : storeError(error);
  }
}
