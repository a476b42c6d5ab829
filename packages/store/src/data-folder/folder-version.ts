import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { RedressError } from '@redress/runtime';
import { writeDurably } from './write-durably.ts';

/** How the folder is laid out; raised when an older release could not read it. */
const FORMAT = 1;

/** What a folder that is being taken may hold before its version is written. */
const OURS = /^(lock(\..*)?|secrets\.json.*|version\.json.*|store\.untrusted.*)$/;

/**
 * True for one of ours, false for an empty or absent folder.
 * Throws REDRESS_DATA_FOLDER_NEWER, or REDRESS_DATA_FOLDER_FOREIGN where other files are in it.
 */
export async function checkFolderVersion(directory: string): Promise<boolean> {
  try {
    const { format } = JSON.parse(await readFile(versionFile(directory), 'utf8')) as {
      format: number;
    };
    if (format <= FORMAT) return true;
    throw new RedressError(
      'REDRESS_DATA_FOLDER_NEWER',
      `The data folder ${directory} has format ${String(format)} and this release knows up to ${String(FORMAT)}: start the release that wrote it, or a newer one.`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const foreign = (await readdir(directory)).find((name) => !OURS.test(name));
  if (foreign === undefined) return false;
  throw new RedressError(
    'REDRESS_DATA_FOLDER_FOREIGN',
    `${directory} is no data folder of Redress: it holds other files (${foreign}). Choose an empty folder with --data-dir.`,
  );
}

/** Written last at a first start. */
export async function recordFolderVersion(directory: string): Promise<void> {
  await writeDurably(versionFile(directory), `${JSON.stringify({ format: FORMAT })}\n`);
}

function versionFile(directory: string): string {
  return path.join(directory, 'version.json');
}
