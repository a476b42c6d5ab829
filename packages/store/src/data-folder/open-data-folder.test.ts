import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { identifyProcess } from './process-identity.ts';
import { openDataFolder } from './open-data-folder.ts';
import { readServerAddress } from './read-server-address.ts';

let root: string;
let directory: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'redress-folder-'));
  directory = path.join(root, 'data');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const writeLock = (holder: object) =>
  writeFile(path.join(directory, 'lock'), JSON.stringify(holder));

async function madeFolder(): Promise<void> {
  await (await openDataFolder({ directory })).close();
}

/** A process number that was in use and is not any more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('a data folder', () => {
  it('is made at the first start, with secrets that only its owner can read and that stay', async () => {
    const first = await openDataFolder({ directory });
    expect(first).toMatchObject({ created: true, unclean: null });
    expect(Buffer.from(first.secrets.hmac, 'base64url')).toHaveLength(32);
    expect(new Set(Object.values(first.secrets)).size).toBe(3);
    expect((await stat(path.join(directory, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(directory)).sort()).toEqual([
      'lock',
      'log',
      'outbox',
      'secrets.json',
      'version.json',
    ]);
    await first.close();
    const second = await openDataFolder({ directory });
    expect(second).toMatchObject({ created: false, unclean: null, secrets: first.secrets });
    await second.close();
    expect(await readdir(directory)).not.toContain('lock');
  });

  it('has one holder: another is refused with the address of the server, whichever process asks', async () => {
    const folder = await openDataFolder({ directory });
    await expect(openDataFolder({ directory })).rejects.toMatchObject({
      code: 'REDRESS_DATA_FOLDER_IN_USE',
    });
    expect(await readServerAddress(directory)).toBeNull();
    await folder.describeServer({ address: 'http://127.0.0.1:4100', token: 'secret' });
    expect(await readServerAddress(directory)).toEqual({
      address: 'http://127.0.0.1:4100',
      token: 'secret',
      pid: process.pid,
    });
    await folder.close();
    expect(await readServerAddress(directory)).toBeNull();

    // The parent of this process lives and is not this process.
    await writeLock({ ...(await identifyProcess(process.ppid)), address: 'http://127.0.0.1:4100' });
    await expect(openDataFolder({ directory })).rejects.toMatchObject({
      code: 'REDRESS_DATA_FOLDER_IN_USE',
      message: expect.stringContaining('http://127.0.0.1:4100'),
    });
  });

  it('is taken over from a process that is gone', async () => {
    await madeFolder();
    await writeLock({ ...(await identifyProcess(process.pid)), pid: await deadPid() });
    const folder = await openDataFolder({ directory });
    expect(folder.unclean).toEqual({ sameBoot: true });
    await folder.close();
  });

  it('is taken over when the number of the process belongs to another one by now', async () => {
    await madeFolder();
    await writeLock({ ...(await identifyProcess(process.ppid)), startedAt: '1' });
    const folder = await openDataFolder({ directory });
    expect(folder.unclean).toEqual({ sameBoot: true });
    await folder.close();
  });

  it('says so when the machine went down with its holder', async () => {
    await madeFolder();
    await writeLock({ ...(await identifyProcess(process.ppid)), bootId: 'another boot' });
    const folder = await openDataFolder({ directory });
    expect(folder.unclean).toEqual({ sameBoot: false });
    await folder.close();
  });

  it('goes to one of many that find a dead holder at the same time', async () => {
    await madeFolder();
    await writeLock({ ...(await identifyProcess(process.pid)), pid: await deadPid() });
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => openDataFolder({ directory })),
    );
    const taken = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(taken).toHaveLength(1);
    await taken[0]?.close();
  });

  it('of a newer release is refused and left as it is', async () => {
    await madeFolder();
    await writeFile(path.join(directory, 'version.json'), '{"format":2}');
    await expect(openDataFolder({ directory })).rejects.toMatchObject({
      code: 'REDRESS_DATA_FOLDER_NEWER',
    });
    expect(await readFile(path.join(directory, 'version.json'), 'utf8')).toBe('{"format":2}');
    expect(await readdir(directory)).not.toContain('lock');
  });

  it('is not made among the files of somebody else', async () => {
    await writeFile(path.join(root, 'letter.txt'), 'hello');
    await expect(openDataFolder({ directory: root })).rejects.toMatchObject({
      code: 'REDRESS_DATA_FOLDER_FOREIGN',
    });
    expect(await readdir(root)).toEqual(['letter.txt']);
  });
});
