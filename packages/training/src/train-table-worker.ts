import { parentPort, workerData } from 'node:worker_threads';
import { trainTable, type TableTask } from './train-table.ts';

/** Runs one task of `trainInWorker`: lines of progress, then the trained table. */
const { table, biases } = trainTable(workerData as TableTask, (line) =>
  parentPort?.postMessage({ line }),
);
const { buckets, answers, scale, tags, weights } = table;
parentPort?.postMessage({ trained: { buckets, answers, scale, tags, weights, biases } });
