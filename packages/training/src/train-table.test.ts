import { FeatureList } from '@redress/language/model';
import { describe, expect, it } from '@jest/globals';
import { trainTable, type TableTask } from './train-table.ts';

const texts = Array.from({ length: 200 }, (_, row) =>
  row % 2 === 0
    ? `the parcel is late again ${String(row)}`
    : `thank you, all is well ${String(row)}`,
);
const task: TableTask = {
  texts,
  answers: 2,
  kind: 'choice',
  targets: Uint32Array.from(texts, (_, row) => row % 2),
  importance: new Float32Array(texts.length).fill(1),
  rightCounts: 1,
  epochs: 4,
  rate: 0.2,
  decay: 1e-4,
  seed: 7,
  buckets: 256,
  leastTexts: 2,
};
const ignore = (): void => undefined;

function sumsOf({ table }: ReturnType<typeof trainTable>, text: string): number[] {
  const list = new FeatureList();
  list.read(text);
  const sums = new Float64Array(table.answers);
  table.sum(list.hashes, list.count, sums);
  return [...sums];
}

describe('trainTable', () => {
  it('learns which words speak for which answer, and hears them in a new text', () => {
    const trained = trainTable(task, ignore);
    const [late = 0, well = 0] = sumsOf(trained, 'my parcel is late');
    expect(late).toBeGreaterThan(well);
    const [lateNot = 0, wellSo = 0] = sumsOf(trained, 'all well, thank you');
    expect(wellSo).toBeGreaterThan(lateNot);
  });

  it('gives the same weights for the same seed, and others for another', () => {
    const weights = (seed: number): number[] => [
      ...trainTable({ ...task, seed }, ignore).table.weights,
    ];
    expect(weights(7)).toEqual(weights(7));
    expect(weights(7)).not.toEqual(weights(8));
  });

  it('learns several answers of one text, with their biases', () => {
    const each = trainTable(
      {
        ...task,
        kind: 'each',
        targets: Uint32Array.from(texts, (_, row) => (row % 2 === 0 ? 0b11 : 0b00)),
      },
      ignore,
    );
    const of = (text: string): number[] =>
      sumsOf(each, text).map((sum, answer) => sum + (each.biases[answer] ?? 0));
    expect(of('the parcel is late').every((sum) => sum > 0)).toBe(true);
    expect(of('thank you, all is well').every((sum) => sum < 0)).toBe(true);
  });

  it('keeps what matters where there is no place for all', () => {
    const small = trainTable({ ...task, buckets: 4 }, ignore);
    expect(small.table.tags).toHaveLength(16);
    const [late = 0, well = 0] = sumsOf(small, 'the parcel is late again');
    expect(late).toBeGreaterThan(well);
  });
});
