import { readFile } from 'node:fs/promises';
import { RedressError } from '@redress/runtime';
import { writeDurably } from '../data-folder/write-durably.ts';

/** What this release runs on; a data folder of another PostgreSQL cannot be opened. */
export const ENGINE = { pglite: '0.5.16', postgres: '18' } as const;

/** Where the version is kept beside a store's folder. The file is written last at a first start, so it also says that the start was finished. */
export function engineVersionFile(directory: string): string {
  return `${directory}.engine.json`;
}

export async function recordEngineVersion(directory: string): Promise<void> {
  await writeDurably(engineVersionFile(directory), `${JSON.stringify(ENGINE)}\n`);
}

/** True if the folder was finished by this PostgreSQL, false if there is none yet. Throws REDRESS_STORE_ENGINE_CHANGED otherwise. */
export async function checkEngineVersion(directory: string): Promise<boolean> {
  let found: string;
  try {
    found = await readFile(engineVersionFile(directory), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  const { pglite, postgres } = JSON.parse(found) as Record<'pglite' | 'postgres', string>;
  if (postgres !== ENGINE.postgres) {
    throw new RedressError(
      'REDRESS_STORE_ENGINE_CHANGED',
      `The store in ${directory} was written by PostgreSQL ${postgres} (PGlite ${pglite}) and this release runs PostgreSQL ${ENGINE.postgres}: start the release that wrote it, or choose another data folder.`,
    );
  }
  if (pglite !== ENGINE.pglite) await recordEngineVersion(directory);
  return true;
}
