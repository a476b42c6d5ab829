import type { FeatureTable } from '@redress/language/model';
import { FeatureIndex } from './feature-index.ts';
import { featureRows, keepFeatures } from './feature-rows.ts';
import { packTable, placeFeatures } from './pack-table.ts';
import { trainLinear, type LinearTask } from './train-linear.ts';

export interface TableTask extends Pick<
  LinearTask,
  'kind' | 'targets' | 'importance' | 'rightCounts' | 'rate' | 'decay' | 'seed' | 'epochs'
> {
  /** In the letters the model will see. */
  readonly texts: readonly string[];
  readonly answers: number;
  /** Buckets of the table, four features each. */
  readonly buckets: number;
  /** Features met in fewer texts are not learnt. */
  readonly leastTexts: number;
}

export interface TrainedTable {
  readonly table: FeatureTable;
  readonly biases: Float64Array;
}

/**
 * Learns a table: first with every feature, for one epoch in two, to see which matter (size of the weights times the square
 * root of the texts they stand in); then again with those that found a place.
 */
export function trainTable(task: TableTask, tell: (line: string) => void): TrainedTable {
  const index = new FeatureIndex();
  const all = featureRows(task.texts, index);
  const frequent = new Int32Array(index.size).fill(-1);
  let features = 0;
  for (let feature = 0; feature < index.size; feature += 1)
    if ((index.texts[feature] ?? 0) >= task.leastTexts) frequent[feature] = features++;
  tell(
    `${String(task.texts.length)} texts, ${String(index.size)} features, ${String(features)} of them in ${String(task.leastTexts)} texts or more`,
  );
  const linear = (rows: typeof all, count: number, epochs: number) =>
    trainLinear({ ...task, rows, features: count, epochs }, tell);
  const first = linear(keepFeatures(all, frequent), features, Math.ceil(task.epochs / 2));
  const matters = new Float32Array(index.size);
  for (let feature = 0; feature < index.size; feature += 1) {
    const number = frequent[feature] ?? -1;
    if (number < 0) continue;
    let size = 0;
    for (let answer = 0; answer < task.answers; answer += 1)
      size += Math.abs(first.weights[number * task.answers + answer] ?? 0);
    matters[feature] = size * Math.sqrt(index.texts[feature] ?? 0);
  }
  const places = placeFeatures(index, matters, task.buckets);
  tell(`${String(places.kept)} features have a place`);
  const renumbered = new Int32Array(index.size).fill(-1);
  let kept = 0;
  for (let feature = 0; feature < index.size; feature += 1)
    if ((places.entryOf[feature] ?? -1) >= 0) renumbered[feature] = kept++;
  const { weights, biases } = linear(keepFeatures(all, renumbered), kept, task.epochs);
  const table = packTable(
    index,
    places,
    task.answers,
    (feature, answer) => weights[(renumbered[feature] ?? 0) * task.answers + answer] ?? 0,
  );
  return { table, biases };
}
