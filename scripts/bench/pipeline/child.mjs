import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A contender: a process of its own, so that none has another's garbage to collect. */
export function startChild(file, words = [], { environment = {}, cwd } = {}) {
  const child = spawn(
    process.execPath,
    [path.resolve(import.meta.dirname, file), ...words.map(String)],
    {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd,
    },
  );
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (complained = (complained + chunk).slice(-4000)));
  const gone = once(child, 'exit');
  return {
    said: () => said,
    /** Resolves with what it said once that matches. */
    async saying(pattern, limitMs = 60_000) {
      for (const from = performance.now(); ;) {
        const match = pattern.exec(said);
        if (match !== null) return match;
        if (
          child.exitCode !== null ||
          child.signalCode !== null ||
          performance.now() - from > limitMs
        )
          throw new Error(`${file} did not say ${pattern}. It said:\n${said}\n${complained}`);
        await sleep(20);
      }
    },
    alive: () => child.exitCode === null && child.signalCode === null,
    complaints: () => complained,
    async output() {
      const [code] = await gone;
      if (code !== 0) throw new Error(`${file} ended with ${code}:\n${complained}`);
      return said;
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), 28_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * How many a second a contender gets done: from when the first are done (it has started by then) until all are. `done` counts them.
 */
export async function rateOf(child, done, total, limitMs = 180_000) {
  const started = performance.now();
  let first = null;
  for (;;) {
    const count = await done();
    const now = performance.now();
    if (count > 0 && first === null) first = { count, now };
    if (count >= total) return (total - first.count) / Math.max(0.001, (now - first.now) / 1000);
    if (!child.alive()) throw new Error(`the contender ended:\n${child.complaints()}`);
    if (now - started > limitMs)
      throw new Error(`only ${count} of ${total} were done in time:\n${child.complaints()}`);
    await sleep(25);
  }
}
