import { bucketOf, FeatureTable, tagOf, WAYS } from '@redress/language/model';
import type { FeatureIndex } from './feature-index.ts';

/** Where each kept feature stands in the table: `entryOf[feature]`, -1 for those left out. */
export interface Places {
  readonly buckets: number;
  readonly entryOf: Int32Array;
  readonly kept: number;
}

/** Gives the features that matter most a place each: in a bucket at most `WAYS`, none with the tag of another. */
export function placeFeatures(index: FeatureIndex, matters: Float32Array, buckets: number): Places {
  const order = Uint32Array.from({ length: index.size }, (_, feature) => feature)
    .filter((feature) => (matters[feature] ?? 0) > 0)
    .sort((a, b) => (matters[b] ?? 0) - (matters[a] ?? 0) || a - b);
  const tags = new Uint8Array(WAYS * buckets);
  const entryOf = new Int32Array(index.size).fill(-1);
  let kept = 0;
  for (const feature of order) {
    const hash = index.hashes[feature] ?? 0;
    const bucket = bucketOf(hash, buckets);
    const tag = tagOf(hash);
    for (let way = bucket * WAYS; way < (bucket + 1) * WAYS; way += 1) {
      if (tags[way] === tag) break;
      if (tags[way] !== 0) continue;
      tags[way] = tag;
      entryOf[feature] = way;
      kept += 1;
      break;
    }
  }
  return { buckets, entryOf, kept };
}

/** Rounds the weights to eight bits. The scale leaves out the largest two in a thousand, which are cut to the end of it. */
export function packTable(
  index: FeatureIndex,
  places: Places,
  answers: number,
  weightOf: (feature: number, answer: number) => number,
): FeatureTable {
  const tags = new Uint8Array(WAYS * places.buckets);
  const weights = new Int8Array(tags.length * answers);
  const scale = scaleOf(index, places, answers, weightOf);
  for (let feature = 0; feature < index.size; feature += 1) {
    const entry = places.entryOf[feature] ?? -1;
    if (entry < 0) continue;
    tags[entry] = tagOf(index.hashes[feature] ?? 0);
    for (let answer = 0; answer < answers; answer += 1) {
      const steps = Math.round(weightOf(feature, answer) / scale);
      weights[entry * answers + answer] = Math.max(-127, Math.min(127, steps));
    }
  }
  return new FeatureTable(places.buckets, answers, scale, tags, weights);
}

function scaleOf(
  index: FeatureIndex,
  places: Places,
  answers: number,
  weightOf: (feature: number, answer: number) => number,
): number {
  const sizes: number[] = [];
  for (let feature = 0; feature < index.size; feature += 7) {
    if ((places.entryOf[feature] ?? -1) < 0) continue;
    for (let answer = 0; answer < answers; answer += 1)
      sizes.push(Math.abs(weightOf(feature, answer)));
  }
  sizes.sort((a, b) => a - b);
  return Math.max(1e-6, (sizes[Math.floor(sizes.length * 0.998)] ?? 1) / 127);
}
