import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { killPoint } from '@redress/runtime';
import { syncFolder } from '../data-folder/write-durably.ts';
import { engineVersionFile } from './engine-version.ts';

const BEFORE = '.before-rebuild-';

/** The folder that a store is made again in, before it takes the place of the one that was lost. */
export function rebuildingFolder(store: string): string {
  return `${store}.rebuilding`;
}

/** Takes away what a rebuild that was cut short has left. */
export async function removeRebuilding(store: string): Promise<void> {
  const aside = rebuildingFolder(store);
  for (const name of [aside, `${aside}.starting`, engineVersionFile(aside)])
    await rm(name, { recursive: true, force: true });
}

/**
 * Puts the store that was made aside in the place of the one that is there; both are closed. Cut short at any step it leaves one of the two, or none:
 * a missing store is made again. Answers where the one before is kept, null where none is. Only the latest is.
 */
export async function replaceStore(
  store: string,
  { at, keep }: { readonly at: string; readonly keep: boolean },
): Promise<string | null> {
  const folder = path.dirname(store);
  const aside = rebuildingFolder(store);
  const kept = `${store}${BEFORE}${at.replace(/[:.]/g, '-')}`;
  if (existsSync(store)) await rename(store, kept);
  killPoint('between-stores');
  await rename(engineVersionFile(aside), engineVersionFile(store));
  await rename(aside, store);
  await syncFolder(folder);
  const start = `${path.basename(store)}${BEFORE}`;
  const old = (await readdir(folder)).filter((name) => name.startsWith(start)).sort();
  // The latest may be of a rebuild that was cut short.
  const latest = keep ? old.pop() : undefined;
  for (const name of old) await rm(path.join(folder, name), { recursive: true, force: true });
  return latest === undefined ? null : path.join(folder, latest);
}
