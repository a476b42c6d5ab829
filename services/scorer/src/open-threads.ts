import type { FeedbackReceived, Understanding } from '@redress/contracts';
import { Piscina } from 'piscina';
import type { Listening } from './understand-feedback.ts';
import type { ThreadTask } from './understand-in-thread.ts';

/** Threads that understand beside the main one. */
export interface UnderstandingThreads {
  /** Rejects with what the thread threw. */
  readonly understand: (
    received: FeedbackReceived,
    listening?: Listening,
  ) => Promise<Understanding>;
  readonly close: () => Promise<void>;
}

/** Opens `count` threads, each with a model and lexicons of its own (about 100 MB); `modelFile` as for `readModel`. */
export function openThreads(count: number, modelFile: string | undefined): UnderstandingThreads {
  const pool = new Piscina<ThreadTask, Understanding>({
    name: 'understandInThread',
    filename: new URL('./understand-in-thread.js', import.meta.url).href,
    minThreads: count,
    maxThreads: count,
    // the next text waits at the thread, so that it need not ask for it
    concurrentTasksPerWorker: 2,
    workerData: { modelFile },
  });
  const written = new WeakMap<Listening, string>();
  const asText = (listening: Listening): string => {
    let text = written.get(listening);
    if (text === undefined) {
      text = JSON.stringify({
        competitors: listening.competitors,
        touchpointWords: listening.touchpointWords,
      });
      written.set(listening, text);
    }
    return text;
  };
  return {
    understand: (received, listening) =>
      pool.run({ received, listening: listening === undefined ? null : asText(listening) }),
    close: () => pool.close(),
  };
}
