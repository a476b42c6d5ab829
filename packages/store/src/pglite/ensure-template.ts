import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../pglite-engine.mjs';
import { migrate } from '../migrations/migrate.ts';
import { migrationsFingerprint } from '../migrations/migrations-fingerprint.ts';
import { createDatabase } from './create-database.ts';
import { ENGINE } from './engine-version.ts';

const FOLDER = fileURLToPath(new URL('../../.template/', import.meta.url));

/**
 * A migrated, empty database as bytes: loading it takes a second, making it six. Made once per engine and set of migrations
 * (by the build, or by the first that asks) and kept beside the package.
 */
export async function ensureTemplate(): Promise<Uint8Array> {
  const file = `${FOLDER}${ENGINE.pglite}-${await migrationsFingerprint()}.tar.gz`;
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const template = await makeTemplate();
  await mkdir(FOLDER, { recursive: true });
  const temporary = `${file}.${String(process.pid)}.tmp`;
  // On disk before it has its name: half of one would be taken for whole by every later start.
  await writeFile(temporary, template, { flush: true });
  await rename(temporary, file);
  return template;
}

async function makeTemplate(): Promise<Uint8Array> {
  const engine = await openEngine({});
  try {
    await migrate(createDatabase(engine));
    return await engine.dump();
  } finally {
    await engine.close();
  }
}
