import { Worker } from 'node:worker_threads';
import { FeatureTable } from '@redress/language/model';
import type { TableTask, TrainedTable } from './train-table.ts';

type Message =
  | { readonly line: string }
  | {
      readonly trained: Pick<FeatureTable, 'buckets' | 'answers' | 'scale' | 'tags' | 'weights'> &
        Pick<TrainedTable, 'biases'>;
    };

/** `trainTable` in a thread of its own, so that two tables are learnt at once. Rejects where the thread fails. */
export function trainInWorker(
  task: TableTask,
  tell: (line: string) => void,
): Promise<TrainedTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-table-worker.js', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 6000 },
    });
    worker.on('error', reject);
    worker.on('message', (message: Message) => {
      if ('line' in message) {
        tell(message.line);
        return;
      }
      const { buckets, answers, scale, tags, weights, biases } = message.trained;
      resolve({ table: new FeatureTable(buckets, answers, scale, tags, weights), biases });
    });
  });
}
