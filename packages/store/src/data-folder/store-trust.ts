import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, writeDurably } from './write-durably.ts';

const MARK = 'store.untrusted';

/** Says, on disk, that the store of a folder may have lost what it said was kept; outlasts whatever happens before it is made again. */
export async function distrustStore(directory: string): Promise<void> {
  await writeDurably(
    path.join(directory, MARK),
    'The machine went down while Redress ran: the store is made again from the log.\n',
  );
}

export async function isStoreTrusted(directory: string): Promise<boolean> {
  try {
    await access(path.join(directory, MARK));
    return false;
  } catch {
    return true;
  }
}

/** Takes the word back, once the store was made again and is on disk. */
export async function trustStore(directory: string): Promise<void> {
  await rm(path.join(directory, MARK), { force: true });
  await syncFolder(directory);
}
