import { FeatureList } from '@redress/language/model';
import type { FeatureIndex } from './feature-index.ts';

/** The features of many texts, one row a text: row `i` holds `numbers[offsets[i]]` to `numbers[offsets[i + 1]]`. */
export interface FeatureRows {
  readonly offsets: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Reads the features of every text, already in the letters the model sees, and numbers them in `index`. */
export function featureRows(texts: readonly string[], index: FeatureIndex): FeatureRows {
  const list = new FeatureList();
  const offsets = new Uint32Array(texts.length + 1);
  let numbers = new Uint32Array(1 << 20);
  let size = 0;
  texts.forEach((text, row) => {
    list.read(text);
    while (size + list.count > numbers.length) {
      const larger = new Uint32Array(numbers.length * 2);
      larger.set(numbers);
      numbers = larger;
    }
    for (let at = 0; at < list.count; at += 1) {
      numbers[size] = index.add(list.hashes[at] ?? 0);
      size += 1;
    }
    offsets[row + 1] = size;
  });
  return { offsets, numbers: numbers.slice(0, size) };
}

/** The same rows with only the features that have a new number in `renumbered` (-1: left out). */
export function keepFeatures(rows: FeatureRows, renumbered: Int32Array): FeatureRows {
  const offsets = new Uint32Array(rows.offsets.length);
  const numbers = new Uint32Array(rows.numbers.length);
  let size = 0;
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const end = rows.offsets[row + 1] ?? 0;
    for (let at = rows.offsets[row] ?? 0; at < end; at += 1) {
      const number = renumbered[rows.numbers[at] ?? 0] ?? -1;
      if (number < 0) continue;
      numbers[size] = number;
      size += 1;
    }
    offsets[row + 1] = size;
  }
  return { offsets, numbers: numbers.slice(0, size) };
}
