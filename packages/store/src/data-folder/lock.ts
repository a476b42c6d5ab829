import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RedressError } from '@redress/runtime';
import { identifyProcess, isAlive } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { writeDurably } from './write-durably.ts';

/** What stands in the lock file: who holds the folder, and how to reach them once they serve. */
export interface LockHolder extends ProcessIdentity {
  readonly address?: string;
  readonly token?: string;
}

export interface Lock {
  readonly self: ProcessIdentity;
  /** The holder before, who ended without giving the folder back. */
  readonly deadHolder: LockHolder | null;
  describe(server: { readonly address: string; readonly token: string }): Promise<void>;
  release(): Promise<void>;
}

/** Folders that this process holds, which its own number would not tell. */
const held = new Set<string>();

export interface LockOptions {
  /** Done before the lock of a dead holder is taken away: whoever dies in between leaves it to be found again. May be done and the lock then go to another. */
  readonly beforeTakeover: (dead: LockHolder, self: ProcessIdentity) => Promise<void>;
}

/** Takes a folder for this process. Throws REDRESS_DATA_FOLDER_IN_USE, with the address of who has it where known. */
export async function takeLock(directory: string, options: LockOptions): Promise<Lock> {
  const file = lockFile(directory);
  const self = await identifyProcess(process.pid);
  if (held.has(file)) throw inUse(directory, self);
  held.add(file);
  try {
    const deadHolder = await take(directory, self, options);
    return {
      self,
      deadHolder,
      describe: (server) => writeDurably(file, JSON.stringify({ ...self, ...server })),
      release: async () => {
        held.delete(file);
        await rm(file, { force: true });
      },
    };
  } catch (error) {
    held.delete(file);
    throw error;
  }
}

/** Who holds a folder and lives, or null. */
export async function readLiveHolder(directory: string): Promise<LockHolder | null> {
  const holder = await readHolder(lockFile(directory));
  return holder !== null && (await isAlive(holder)) ? holder : null;
}

async function take(
  directory: string,
  self: ProcessIdentity,
  options: LockOptions,
): Promise<LockHolder | null> {
  const own = `${lockFile(directory)}.${String(self.pid)}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(self), { mode: 0o600 });
  try {
    return await acquire(lockFile(directory), { own, self, directory, ...options });
  } finally {
    await rm(own, { force: true });
  }
}

interface Taking extends LockOptions {
  readonly directory: string;
  readonly self: ProcessIdentity;
  /** A file with our identity, to be linked. */
  readonly own: string;
}

/**
 * Makes a file ours that nobody alive holds; answers the dead holder it was taken from. Of many that find the same dead holder one may take its file away:
 * whoever holds the file named after that holder, which is taken in the same way, so that one who dies in between is succeeded too.
 */
async function acquire(file: string, taking: Taking): Promise<LockHolder | null> {
  for (;;) {
    if (await linked(taking.own, file)) return null;
    const holder = await readHolder(file);
    if (holder === null) continue;
    if (await isAlive(holder)) throw inUse(taking.directory, holder);
    await taking.beforeTakeover(holder, taking.self);
    const claim = `${file}.${nameOf(holder)}`;
    await acquire(claim, taking);
    try {
      // Who held the claim before may have done it; then this is another's by now.
      const present = await readHolder(file);
      if (present === null || nameOf(present) !== nameOf(holder)) continue;
      const next = `${taking.own}.next`;
      await link(taking.own, next);
      await rename(next, file);
      return holder;
    } finally {
      await rm(claim, { force: true });
    }
  }
}

/** The same for one process of one start of the machine alone. */
function nameOf({ pid, startedAt, bootId }: LockHolder): string {
  return createHash('sha256')
    .update(JSON.stringify([pid, startedAt, bootId]))
    .digest('hex')
    .slice(0, 16);
}

/** A link either makes the whole file appear or fails because it is there: nobody ever reads half a lock. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<LockHolder | null> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(content) as LockHolder;
  } catch (cause) {
    throw new RedressError(
      'REDRESS_DATA_FOLDER_IN_USE',
      `${file} cannot be read as a lock. If no Redress runs on this folder, delete that file and start again.`,
      { cause },
    );
  }
}

function inUse(directory: string, { pid, address }: LockHolder): RedressError {
  const where = address === undefined ? '' : ` and answers at ${address}`;
  return new RedressError(
    'REDRESS_DATA_FOLDER_IN_USE',
    `The data folder ${directory} is in use: process ${String(pid)} has it${where}. Use that one, stop it, or choose another folder with --data-dir.`,
  );
}

function lockFile(directory: string): string {
  return path.join(directory, 'lock');
}
