import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bucketOf, FeatureTable, tagOf, WAYS } from './feature-table.ts';
import {
  decodeModel,
  encodeModel,
  MODEL_FILE,
  shippedModel,
  type ModelHead,
} from './model-file.ts';

const tableOf = (answers: number): FeatureTable => {
  const tags = new Uint8Array(WAYS * 3);
  const weights = new Int8Array(tags.length * answers);
  const bucket = bucketOf(0xdeadbeef, 3);
  tags[bucket * WAYS] = tagOf(0xdeadbeef);
  weights[bucket * WAYS * answers] = -7;
  return new FeatureTable(3, answers, 0.5, tags, weights);
};
const table = { sentiment: tableOf(2), signals: tableOf(1), languages: tableOf(1) };
const headOf = (answers: readonly string[]) => ({ buckets: 3, answers, scale: 0.5 });
const head: ModelHead = {
  name: 'a-model',
  tables: {
    sentiment: headOf(['negative', 'positive']),
    signals: headOf(['delay-waiting']),
    languages: headOf(['en']),
  },
  sentiment: {},
  signals: { 'delay-waiting': { bar: 1 } },
};

describe('a model’s file', () => {
  it('gives back what was written, weights at their features', () => {
    const model = decodeModel(encodeModel(head, table));
    expect(model).toMatchObject(head);
    const sums = new Float64Array(2);
    expect(model.table.sentiment.sum(Uint32Array.of(0xdeadbeef, 1), 2, sums)).toBe(1);
    expect([...sums]).toEqual([-3.5, 0]);
  });

  it('says what is wrong with other bytes', () => {
    expect(() => decodeModel(new Uint8Array(20))).toThrow('not the bytes of a language model');
    const bytes = encodeModel(head, table);
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow(
      'cut short: train it again',
    );
  });
});

describe('the model that ships', () => {
  it('is at most 12 MB, knows its languages and names every cause', () => {
    expect(readFileSync(MODEL_FILE).length).toBeLessThanOrEqual(12_000_000);
    const model = shippedModel();
    expect(Object.keys(model.sentiment)).toHaveLength(17);
    expect(model.tables.signals.answers).toHaveLength(21);
    expect(Object.keys(model.signals)).toEqual([...model.tables.signals.answers]);
  });
});
