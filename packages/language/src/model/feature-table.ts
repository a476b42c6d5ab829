/** Features that share a bucket; the best of those that fall there were kept. */
export const WAYS = 4;

/** The bucket in which a feature of the table is looked for. */
export function bucketOf(hash: number, buckets: number): number {
  return Math.floor((hash * buckets) / 2 ** 32);
}

/** How a feature is told from its neighbours in the bucket; zero is an empty place. */
export function tagOf(hash: number): number {
  return hash & 0xff || 1;
}

/**
 * The weights of the features that matter, eight bits each: buckets of four, a byte that tells a feature from others of
 * its bucket (one in 64 that were never learnt is taken for another), and a signed byte for each answer. A view on the model's file.
 */
export class FeatureTable {
  readonly buckets: number;
  readonly answers: number;
  /** What one step of a weight is worth. */
  readonly scale: number;
  readonly tags: Uint8Array;
  readonly weights: Int8Array;

  constructor(
    buckets: number,
    answers: number,
    scale: number,
    tags: Uint8Array,
    weights: Int8Array,
  ) {
    this.buckets = buckets;
    this.answers = answers;
    this.scale = scale;
    this.tags = tags;
    this.weights = weights;
  }

  /** Where the feature's weights begin, -1 where it was not learnt. */
  find(hash: number): number {
    const tag = tagOf(hash);
    const first = bucketOf(hash, this.buckets) * WAYS;
    const { tags } = this;
    for (let way = first; way < first + WAYS; way += 1)
      if (tags[way] === tag) return way * this.answers;
    return -1;
  }

  /**
   * Adds up the weights of the features, divided by the square root of how many were learnt, so that long texts and short ones
   * compare. `sums` has a place for each answer and is overwritten. Returns how many were learnt.
   */
  sum(hashes: Uint32Array, count: number, sums: Float64Array): number {
    sums.fill(0);
    const { answers, weights } = this;
    let learnt = 0;
    for (let at = 0; at < count; at += 1) {
      const from = this.find(hashes[at] ?? 0);
      if (from < 0) continue;
      learnt += 1;
      for (let answer = 0; answer < answers; answer += 1)
        sums[answer] = (sums[answer] ?? 0) + (weights[from + answer] ?? 0);
    }
    const share = this.scale / Math.sqrt(Math.max(1, learnt));
    for (let answer = 0; answer < answers; answer += 1) sums[answer] = (sums[answer] ?? 0) * share;
    return learnt;
  }
}
