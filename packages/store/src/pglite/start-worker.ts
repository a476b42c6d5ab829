import { Worker } from 'node:worker_threads';
import { RedressError } from '@redress/runtime';
import type { Engine } from '../../pglite-engine.mjs';

const WORKER = new URL('../../pglite-worker.mjs', import.meta.url);

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * PGlite in a worker thread. Resolves once the folder is open. If the thread ends by itself, every call in hand and every later one
 * throws REDRESS_STORE_UNAVAILABLE, and `onLost` is told once: what was being committed may be committed or not, so nobody goes on with another thread.
 */
export async function startWorker({
  onLost,
  ...options
}: {
  directory?: string;
  template?: Uint8Array;
  onLost?: ((error: RedressError) => void) | undefined;
}): Promise<Engine> {
  const worker = new Worker(WORKER, { workerData: options, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let ended: RedressError | null = null;
  let open = false;

  const end = (reason: string, cause?: unknown): void => {
    const first = ended === null;
    ended ??= new RedressError(
      'REDRESS_STORE_UNAVAILABLE',
      `The store's thread ended (${reason}). Start Redress again; what was committed is on disk.`,
      { retryable: true, ...(cause === undefined ? {} : { cause }) },
    );
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    if (first && open) onLost?.(ended);
  };
  worker.on(
    'message',
    ({ id, result, error }: { id: number; result?: unknown; error?: unknown }) => {
      const call = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) call?.resolve(result);
      else call?.reject(error);
    },
  );
  worker.on('error', (error) => end('an error', error));
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      end(`code ${String(code)}`);
      resolve();
    });
  });

  const ask = <T>(operation: string, sql?: string, parameters?: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      const id = nextId++;
      waiting.set(id, { resolve: (result) => resolve(result as T), reject });
      worker.postMessage({ id, operation, sql, parameters });
    });

  try {
    await ask('open');
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  open = true;
  return {
    query: (sql, parameters) => ask('query', sql, parameters),
    execute: (sql) => ask('execute', sql),
    dump: () => ask('dump'),
    close: async () => {
      open = false;
      await ask('close');
      await exited;
    },
  };
}
