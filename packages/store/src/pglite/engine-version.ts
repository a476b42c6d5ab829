import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RedressError } from '@redress/runtime';
import { writeDurably } from '../data-folder/write-durably.ts';

/** What this release runs on; a data folder of another PostgreSQL cannot be opened. */
export const ENGINE = { pglite: '0.5.16', postgres: '18' } as const;

/** Where the version is kept beside a store's folder. */
export function engineVersionFile(directory: string): string {
  return `${directory}.engine.json`;
}

export async function recordEngineVersion(directory: string): Promise<void> {
  await writeDurably(engineVersionFile(directory), `${JSON.stringify(ENGINE)}\n`);
}

/** True if the folder is of this PostgreSQL, false if there is none yet. Throws REDRESS_STORE_ENGINE_CHANGED otherwise. */
export async function checkEngineVersion(directory: string): Promise<boolean> {
  // It has its name once it is whole.
  if (!existsSync(directory)) return false;
  const { pglite, postgres } = await readVersion(directory);
  if (postgres !== ENGINE.postgres) {
    throw new RedressError(
      'REDRESS_STORE_ENGINE_CHANGED',
      `The store in ${directory} was written by PostgreSQL ${postgres} (PGlite ${pglite}) and this release runs PostgreSQL ${ENGINE.postgres}: make it again from the log with redress rebuild, start the release that wrote it, or choose another data folder.`,
    );
  }
  if (pglite !== ENGINE.pglite) await recordEngineVersion(directory);
  return true;
}

/** What was recorded, or what the folder says itself where the record is gone. */
async function readVersion(directory: string): Promise<Record<'pglite' | 'postgres', string>> {
  try {
    return JSON.parse(await readFile(engineVersionFile(directory), 'utf8')) as Record<
      'pglite' | 'postgres',
      string
    >;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const postgres = await readFile(path.join(directory, 'PG_VERSION'), 'utf8');
  return { pglite: '', postgres: postgres.trim() };
}
