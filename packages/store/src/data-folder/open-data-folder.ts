import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { killPoint } from '@redress/runtime';
import { checkFolderVersion, recordFolderVersion } from './folder-version.ts';
import { takeLock } from './lock.ts';
import type { Lock } from './lock.ts';
import { isSameBoot } from './process-identity.ts';
import { ensureSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { distrustStore, isStoreTrusted, trustStore } from './store-trust.ts';
import { syncTree } from './sync-tree.ts';

/** Everything Redress keeps on disk, held by this process alone until it is closed. */
export interface DataFolder {
  readonly directory: string;
  /** Folders for the store (`openPglite` makes it), the event log and the mails that are not sent. */
  readonly store: string;
  readonly log: string;
  readonly outbox: string;
  readonly secrets: Secrets;
  /** This is its first start. */
  readonly created: boolean;
  /** Whoever held it before ended without closing it; `sameBoot` false: the machine went down with it. */
  readonly unclean: { readonly sameBoot: boolean } | null;
  /** False where the machine went down with whoever held it, now or earlier, and the store was not made again since: it may have lost what it said was kept. */
  readonly storeTrusted: boolean;
  /** Says that the store was made again. */
  trustStore(): Promise<void>;
  /** Tells commands on the same folder where the server answers. */
  describeServer(server: { readonly address: string; readonly token: string }): Promise<void>;
  /** Puts the store on disk and gives the folder back; to be called after everything in it is closed. */
  close(): Promise<void>;
}

/**
 * Takes a data folder, made where it is absent.
 * Throws REDRESS_DATA_FOLDER_IN_USE, REDRESS_DATA_FOLDER_NEWER, REDRESS_DATA_FOLDER_FOREIGN, each with what to do.
 */
export async function openDataFolder(options: { readonly directory: string }): Promise<DataFolder> {
  const directory = path.resolve(options.directory);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  killPoint('after-folder-made');
  // Before the lock too: a folder of somebody else is not written to.
  await checkFolderVersion(directory);
  const lock = await takeLock(directory, {
    beforeTakeover: async (dead, self) => {
      if (!isSameBoot(dead, self)) await distrustStore(directory);
    },
  });
  killPoint('after-lock');
  try {
    return await prepared(directory, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function prepared(directory: string, lock: Lock): Promise<DataFolder> {
  const known = await checkFolderVersion(directory);
  const secrets = await ensureSecrets(directory);
  killPoint('after-secrets');
  const at = (name: string): string => path.join(directory, name);
  if (!known) await recordFolderVersion(directory);
  killPoint('after-version');
  await mkdir(at('log'), { recursive: true });
  await mkdir(at('outbox'), { recursive: true });
  const { deadHolder } = lock;
  return {
    directory,
    store: at('store'),
    log: at('log'),
    outbox: at('outbox'),
    secrets,
    created: !known,
    unclean: deadHolder === null ? null : { sameBoot: isSameBoot(deadHolder, lock.self) },
    storeTrusted: await isStoreTrusted(directory),
    trustStore: () => trustStore(directory),
    describeServer: (server) => lock.describe(server),
    async close() {
      // The engine never does it, and a folder that was given back is trusted after a power cut too.
      await syncTree(at('store'));
      await lock.release();
    },
  };
}
