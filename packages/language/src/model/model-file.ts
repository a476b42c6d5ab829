import { readFileSync } from 'node:fs';
import { MODEL } from '../model-name.ts';
import { FeatureTable, WAYS } from './feature-table.ts';

const MAGIC = 0x4c4d4452; // "RDML"

/** What the bytes of a model's file are, in the JSON that stands before them. */
export interface ModelHead {
  /** Named by every understanding, so that two readings of one text can be told apart. */
  readonly name: string;
  readonly tables: Readonly<
    Record<
      TableName,
      { readonly buckets: number; readonly answers: readonly string[]; readonly scale: number }
    >
  >;
  /** Language to what makes sums of its sentiment probabilities (calibration on texts that were not learnt from). */
  readonly sentiment: Readonly<Record<string, SentimentCalibration>>;
  /** For each answer of the table `signals`: above which sum it is right most often (F1 on scenarios that were not learnt). */
  readonly signals: Readonly<Record<string, { readonly bar: number }>>;
}

/** `steepness` times the sums, plus the biases, are logits beside a zero for neutral. */
export interface SumsToLogits {
  readonly steepness: number;
  readonly negative: number;
  readonly positive: number;
}

export interface SentimentCalibration extends SumsToLogits {
  /** The same for a world with as many negative, neutral and positive texts: what the label is read from. */
  readonly even: SumsToLogits;
}

export const TABLES = ['sentiment', 'signals', 'languages'] as const;
export type TableName = (typeof TABLES)[number];

export interface LanguageModel extends ModelHead {
  readonly table: Readonly<Record<TableName, FeatureTable>>;
}

/** The model of `encodeModel`'s bytes, without a copy of them. Throws a `RangeError` where they are none, or cut short. */
export function decodeModel(bytes: Uint8Array): LanguageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC)
    throw new RangeError('these are not the bytes of a language model');
  let at = 8 + view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, at))) as ModelHead;
  const take = (size: number): Uint8Array => {
    if (at + size > bytes.byteLength)
      throw new RangeError(`the language model ${head.name} is cut short: train it again`);
    at += size;
    return bytes.subarray(at - size, at);
  };
  const read = (name: TableName): FeatureTable => {
    const { buckets, answers, scale } = head.tables[name];
    const entries = WAYS * buckets;
    const tags = take(entries);
    const weights = take(entries * answers.length);
    return new FeatureTable(
      buckets,
      answers.length,
      scale,
      tags,
      new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
    );
  };
  const [sentiment, signals, languages] = TABLES.map(read) as [
    FeatureTable,
    FeatureTable,
    FeatureTable,
  ];
  return { ...head, table: { sentiment, signals, languages } };
}

/** The bytes `decodeModel` reads: magic, length of the head, the head as JSON, then tags and weights of each table. */
export function encodeModel(
  head: ModelHead,
  table: Readonly<Record<TableName, Pick<FeatureTable, 'tags' | 'weights'>>>,
): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const parts = TABLES.flatMap((name) => {
    const { tags, weights } = table[name];
    return [tags, new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength)];
  });
  const bytes = new Uint8Array(8 + text.length + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  bytes.set(text, 8);
  let at = 8 + text.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Where the model that ships lies. */
export const MODEL_FILE = new URL('../../model/redress-language.bin', import.meta.url);

let shipped: LanguageModel | null = null;

/** The model that ships, under the name of this release; read at first use, some ten milliseconds. */
export function shippedModel(): LanguageModel {
  return (shipped ??= { ...decodeModel(readFileSync(MODEL_FILE)), name: MODEL });
}
