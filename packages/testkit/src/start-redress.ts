import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RedressOptions {
  /** The command's file, `services/standalone/bin/redress.js`. */
  readonly command: string;
  readonly dataDirectory: string;
  /** On top of a bare environment: nothing of the developer's own settings gets in. */
  readonly environment?: Readonly<Record<string, string>>;
  /** More words after `start`. */
  readonly words?: readonly string[];
  /** Milliseconds until it must be ready (60 s). */
  readonly limitMs?: number;
}

/** A real `redress start` in a process of its own. */
export interface RedressProcess {
  /** Without a slash at the end. */
  readonly address: string;
  /** What it said so far, on both outputs. */
  output(): string;
  /** Asks its API with the harness's token; answers status and body. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** `kill -9`; resolves when it is gone. Gone already: resolves. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Resolves when the process is gone, however. */
  readonly gone: Promise<void>;
}

const TOKEN = 'a-token-for-tests-alone-0123456789';

/** Starts it on a free port and waits until it says that it is ready. Throws with what it said where it ends before. */
export async function startRedress(options: RedressOptions): Promise<RedressProcess> {
  const { command, dataDirectory, environment = {}, words = [], limitMs = 60_000 } = options;
  const child = spawn(
    process.execPath,
    [command, 'start', '--data-dir', dataDirectory, '--port', '0', ...words],
    {
      env: { PATH: process.env['PATH'] ?? '', REDRESS_TOKEN: TOKEN, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const gone = once(child, 'exit').then(() => undefined);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`redress was not ready within ${String(limitMs)} ms. It said:\n${said}`));
    }, limitMs);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const ready = /^Redress is ready: (http:\/\/[^/\s]+)\//m.exec(said)?.[1];
      if (ready === undefined) return;
      clearTimeout(timer);
      resolve(ready);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => {
      clearTimeout(timer);
      reject(new Error(`redress ended before it was ready. It said:\n${said}`));
    });
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return {
    address,
    gone,
    output: () => said,
    async ask(method, path, body) {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
    },
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
  };
}
