import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.ts';

/** A Redis of the test's own, to be stopped, emptied and filled up without anybody else noticing. */
export interface RedisServer {
  /** For REDIS_URL; the same after a stop and a start. */
  readonly url: string;
  readonly port: number;
  /** Starts it, empty; resolves when it takes connections. */
  start(): Promise<void>;
  /** Ends it at once, as `kill -9` does; nothing where it does not run. */
  stop(): Promise<void>;
  /** FLUSHALL. */
  empty(): Promise<void>;
}

/** Starts a `redis-server` on a free port, in memory alone. Throws where there is no such program. */
export async function startRedisServer(settings: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort();
  let running: ReturnType<typeof spawn> | null = null;
  const stop = async (): Promise<void> => {
    const server = running;
    running = null;
    if (server === null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  const start = async (): Promise<void> => {
    if (running !== null) return;
    const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly'];
    const server = spawn('redis-server', [...words, 'no', ...settings], { stdio: 'ignore' });
    running = server;
    let missing: Error | null = null;
    server.once('error', (error) => {
      missing = error;
    });
    await eventually('redis-server', async () => {
      if (missing !== null)
        throw new Error('redis-server is not installed; this test starts its own.', {
          cause: missing,
        });
      return (await takesConnections(port)) ? true : null;
    });
  };
  await start();
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    port,
    start,
    stop,
    empty: () => flushAll(port),
  };
}

function flushAll(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.once('error', reject);
    socket.once('data', () => {
      socket.destroy();
      resolve();
    });
  });
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
