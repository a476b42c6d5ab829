import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ServiceOptions {
  /** The built main, `services/<name>/dist/main.js`. */
  readonly main: string;
  /** All it gets but PATH: nothing of the developer's own settings gets in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds until it must be ready (60 s). */
  readonly limitMs?: number;
}

/** A service in a process of its own, as operators run it. */
export interface ServiceProcess {
  /** Where it serves, without a slash at the end; null for one that only works. */
  readonly address: string | null;
  /** Where its health and metrics are. */
  readonly operations: string;
  readonly pid: number;
  /** What it said so far, on both outputs. */
  output(): string;
  /** `kill -9`; resolves when it is gone. Gone already: resolves. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP and SIGCONT. */
  pause(): void;
  resume(): void;
  /** Resolves with the exit code when the process is gone, however; null after a signal. */
  readonly gone: Promise<number | null>;
}

/** Starts a service and waits until it says that it is ready. Throws with what it said where it ends before. */
export async function startService(options: ServiceOptions): Promise<ServiceProcess> {
  const { main, environment, limitMs = 60_000 } = options;
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').then(() => child.exitCode);
  let said = '';
  const [address, operations] = await new Promise<[string | null, string]>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${main} was not ready within ${String(limitMs)} ms. It said:\n${said}`));
    }, limitMs);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const ready = /^[\w-]+ is ready(?:: (http:\S+))?\noperations: (http:\S+)\n/m.exec(said);
      if (ready === null) return;
      clearTimeout(timer);
      resolve([ready[1] ?? null, ready[2] ?? '']);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => {
      clearTimeout(timer);
      reject(new Error(`${main} ended before it was ready. It said:\n${said}`));
    });
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return {
    address,
    operations,
    pid: child.pid ?? 0,
    gone,
    output: () => said,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}
