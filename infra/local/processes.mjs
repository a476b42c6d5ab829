import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts a process that outlives this one, its words going to the end of `log`. Answers with who it is: a pid alone is given
 * to another process some day, a pid and the time it started at is not.
 */
export async function startProcess({ file, args, log, uid, gid, env, cwd }) {
  const words = openSync(log, 'a');
  try {
    const child = spawn(file, args, {
      detached: true,
      stdio: ['ignore', words, words],
      cwd,
      env: { ...process.env, ...env },
      ...(uid === undefined ? {} : { uid, gid }),
    });
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return { pid: child.pid, startTime: startTimeOf(child.pid) };
  } finally {
    closeSync(words);
  }
}

/** Whether that very process still runs. */
export function isAlive(identity) {
  if (identity === null || identity === undefined) return false;
  const startTime = startTimeOf(identity.pid);
  return startTime !== null && startTime === identity.startTime;
}

/**
 * Ends that very process, with one signal after the other until it is gone: each has `patienceMs`. A process that ended
 * already, or whose pid belongs to another one now, is left alone.
 */
export async function endProcess(identity, signals, patienceMs = 20_000) {
  for (const signal of signals) {
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    const until = Date.now() + patienceMs;
    while (isAlive(identity) && Date.now() < until) await sleep(20);
  }
  if (isAlive(identity))
    throw new Error(`Process ${identity.pid} did not end by ${signals.at(-1)}.`);
}

/** What the system says about when a process started; null where there is none, or where it ended and nobody asked why. */
export function startTimeOf(pid) {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    // Behind the name in parentheses, which may hold spaces: state is the first field, the start time the twentieth.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19];
  } catch {
    return null;
  }
}
