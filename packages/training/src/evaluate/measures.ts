/** Area under the ROC curve: how often a right text scores above a wrong one, ties a half (Mann and Whitney 1947). NaN where one side is empty. */
export function areaUnderCurve(scores: readonly number[], right: readonly boolean[]): number {
  const order = scores.map((_, row) => row).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let ranks = 0;
  let rights = 0;
  for (let from = 0; from < order.length;) {
    let end = from;
    const score = scores[order[from] ?? 0];
    while (end < order.length && scores[order[end] ?? 0] === score) end += 1;
    for (let at = from; at < end; at += 1) {
      if (right[order[at] ?? 0] !== true) continue;
      ranks += (from + end + 1) / 2;
      rights += 1;
    }
    from = end;
  }
  return (ranks - (rights * (rights + 1)) / 2) / (rights * (scores.length - rights));
}

/** Right, extra and missed answers, and what they come to. */
export interface Found {
  readonly right: number;
  readonly extra: number;
  readonly missed: number;
}

/** F1 of the counts; NaN where nothing was there and nothing said. */
export function f1Of({ right, extra, missed }: Found): number {
  return (2 * right) / (2 * right + extra + missed);
}

/** Precision and recall of the counts. */
export function precisionOf({ right, extra }: Found): number {
  return right / (right + extra);
}
export function recallOf({ right, missed }: Found): number {
  return right / (right + missed);
}

export function addFound(a: Found, b: Found): Found {
  return { right: a.right + b.right, extra: a.extra + b.extra, missed: a.missed + b.missed };
}
export const NOTHING_FOUND: Found = { right: 0, extra: 0, missed: 0 };

/** The mean F1 of the classes that occur. */
export function macroF1(said: readonly string[], right: readonly string[]): number {
  const classes = [...new Set(right)];
  const each = classes.map((one) =>
    f1Of({
      right: said.filter((label, row) => label === one && right[row] === one).length,
      extra: said.filter((label, row) => label === one && right[row] !== one).length,
      missed: said.filter((label, row) => label !== one && right[row] === one).length,
    }),
  );
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** One bar of a calibration plot: what was said on average, how often it was right, of how many. */
export interface CalibrationBin {
  readonly said: number;
  readonly right: number;
  readonly count: number;
}

/** Ten bins of confidence. */
export function calibrationBins(
  confidence: readonly number[],
  right: readonly boolean[],
): CalibrationBin[] {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0, count: 0 }));
  confidence.forEach((value, row) => {
    const bin = bins[Math.min(9, Math.floor(value * 10))];
    if (bin === undefined) return;
    bin.said += value;
    bin.right += right[row] === true ? 1 : 0;
    bin.count += 1;
  });
  return bins.map(({ said, right: rights, count }) =>
    count === 0
      ? { said: 0, right: 0, count }
      : { said: said / count, right: rights / count, count },
  );
}

/** Expected calibration error: how far said and right lie apart, over the bins (Naeini et al. 2015). */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { said, right, count }) => sum + (count / all) * Math.abs(said - right),
    0,
  );
}
