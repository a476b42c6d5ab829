import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { RedressError } from '@redress/runtime';
import { writeDurably } from '@redress/store';
import type { ModelPlaces } from './model-places.ts';

/**
 * Puts a model in use and keeps the one before it as the former one. Where the model that ships was in use there is no former file: a roll-back then takes
 * the new one away. Cut short at any moment a whole model is in use, the old one or the new one.
 */
export async function takeModel({ file, former }: ModelPlaces, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.new`;
  await writeDurably(aside, bytes);
  if (existsSync(file)) await writeDurably(former, await readFile(file));
  else await rm(former, { force: true });
  await rename(aside, file);
}

/** What is in use after a roll-back: the former file, or the model that ships. */
export type RolledBack = 'former' | 'shipped';

/**
 * Puts the former model back in use, and keeps the one that was; so a second time takes the first one back. Throws REDRESS_USAGE where there is nothing
 * to go back to.
 */
export async function rollBackModel({ file, former }: ModelPlaces): Promise<RolledBack> {
  const aside = `${file}.new`;
  const [isUsed, isKept] = [existsSync(file), existsSync(former)];
  if (!isUsed && !isKept)
    throw new RedressError(
      'REDRESS_USAGE',
      `There is no model to roll back in ${path.dirname(file)}: the one that ships is in use.`,
    );
  if (isKept) await rename(former, aside);
  if (isUsed) await rename(file, former);
  if (isKept) await rename(aside, file);
  return isKept ? 'former' : 'shipped';
}
