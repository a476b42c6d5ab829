import { readFile } from 'node:fs/promises';

/** What tells one process from a later one with the same number; null where the system does not say (it is Linux that does). */
export interface ProcessIdentity {
  readonly pid: number;
  /** Ticks since boot when it started. */
  readonly startedAt: string | null;
  /** Changes with every start of the machine. */
  readonly bootId: string | null;
}

export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  return { pid, startedAt: await startOf(pid), bootId: await bootId() };
}

/** Whether the process that wrote this still runs. A live one is never taken for dead; where the system tells little, a number that is in use counts as alive. */
export async function isAlive(holder: ProcessIdentity): Promise<boolean> {
  const boot = await bootId();
  if (holder.bootId !== null && boot !== null && holder.bootId !== boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedAt = await startOf(holder.pid);
  return holder.startedAt === null || startedAt === null || holder.startedAt === startedAt;
}

/** Whether two processes ran under the same start of the machine; where the system does not say, they did not. */
export function isSameBoot(a: ProcessIdentity, b: ProcessIdentity): boolean {
  return a.bootId !== null && a.bootId === b.bootId;
}

async function bootId(): Promise<string | null> {
  return (await readOrNull('/proc/sys/kernel/random/boot_id'))?.trim() ?? null;
}

/** Field 22 of stat; the name before it may hold spaces and brackets, so counting begins after the last bracket. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readOrNull(`/proc/${String(pid)}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
