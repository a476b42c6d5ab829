import type { SumsToLogits } from '@redress/language/model';

/** The sums of a text that was not learnt from, and which answer is right (0 negative, 1 positive, 2 neutral). */
export interface JudgedSums {
  readonly negative: number;
  readonly positive: number;
  readonly right: number;
  /** What the row counts. */
  readonly counts: number;
}

/** Fits steepness and two biases by gradient descent on the log loss (Platt 1999, for three answers), so that a probability says how often it is right. */
export function calibrate(judged: readonly JudgedSums[]): SumsToLogits {
  let steepness = 1;
  let negative = 0;
  let positive = 0;
  const rounds = 400;
  const all = judged.reduce((sum, { counts }) => sum + counts, 0);
  for (let round = 0; round < rounds; round += 1) {
    let bySteepness = 0;
    let byNegative = 0;
    let byPositive = 0;
    for (const row of judged) {
      const a = Math.exp(steepness * row.negative + negative);
      const b = Math.exp(steepness * row.positive + positive);
      const sum = 1 + a + b;
      const off = {
        negative: a / sum - (row.right === 0 ? 1 : 0),
        positive: b / sum - (row.right === 1 ? 1 : 0),
      };
      bySteepness += (off.negative * row.negative + off.positive * row.positive) * row.counts;
      byNegative += off.negative * row.counts;
      byPositive += off.positive * row.counts;
    }
    const rate = 2 / Math.max(1e-9, all);
    steepness = Math.max(0.05, steepness - rate * 0.3 * bySteepness);
    negative -= rate * byNegative;
    positive -= rate * byPositive;
  }
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { steepness: round(steepness), negative: round(negative), positive: round(positive) };
}

/** The bar of one answer, from sums of texts that were not learnt from: between the two sums where F1 is highest. */
export function barOf(sums: readonly number[], right: readonly boolean[]): number {
  const order = sums
    .map((sum, row) => ({ sum, right: right[row] === true }))
    .sort((a, b) => b.sum - a.sum);
  const all = right.filter((each) => each).length;
  let found = 0;
  let best = { f1: 0, bar: order[0]?.sum ?? 0 };
  order.forEach((each, at) => {
    if (each.right) found += 1;
    const f1 = (2 * found) / (at + 1 + all);
    const next = order[at + 1]?.sum ?? each.sum - 1;
    if (f1 > best.f1) best = { f1, bar: (each.sum + next) / 2 };
  });
  return best.bar;
}
