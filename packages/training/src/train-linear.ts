import type { FeatureRows } from './feature-rows.ts';

export interface LinearTask {
  readonly rows: FeatureRows;
  readonly features: number;
  readonly answers: number;
  /**
   * `choice`: one of the answers or none of them (softmax beside a zero); `targets[i]` is the answer's number, `answers` for none.
   * `each`: any number of them (a logistic answer each); `targets[i]` has bit `k` set where answer `k` is right.
   */
  readonly kind: 'choice' | 'each';
  readonly targets: Uint32Array;
  /** What a row counts. */
  readonly importance: Float32Array;
  /** What a right answer counts beside a wrong one, where answers are rare (`each`). */
  readonly rightCounts: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/** `weights[f * answers + k]` of feature `f` for answer `k`, and a bias for each answer (zero for `choice`). */
export interface LinearWeights {
  readonly weights: Float32Array;
  readonly biases: Float64Array;
}

/** A random generator that gives the same numbers for the same seed (xorshift, Marsaglia 2003); zero to below one. */
export function randomOf(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Learns by AdaGrad (Duchi, Hazan, Singer 2011): every weight has its own rate, so that rare features are heard. A row's features
 * weigh one over the square root of their number. The rate falls to zero over the epochs; `decay` draws weights to zero as they are met.
 */
export function trainLinear(task: LinearTask, tell: (line: string) => void): LinearWeights {
  const { rows, answers, epochs } = task;
  const weights = new Float32Array(task.features * answers);
  const squares = new Float32Array(weights.length).fill(task.kind === 'each' ? 1e-2 : 1e-3);
  const biases = new Float64Array(answers).fill(task.kind === 'each' ? -2 : 0);
  const sums = new Float64Array(answers);
  const random = randomOf(task.seed);
  const order = Uint32Array.from({ length: task.targets.length }, (_, row) => row);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const rate = task.rate * (1 - epoch / epochs) + 0.02;
    let loss = 0;
    for (const row of order) {
      const from = rows.offsets[row] ?? 0;
      const end = rows.offsets[row + 1] ?? 0;
      const share = 1 / Math.sqrt(Math.max(1, end - from));
      sums.set(biases);
      for (let at = from; at < end; at += 1) {
        const first = (rows.numbers[at] ?? 0) * answers;
        for (let k = 0; k < answers; k += 1)
          sums[k] = (sums[k] ?? 0) + (weights[first + k] ?? 0) * share;
      }
      const target = task.targets[row] ?? 0;
      const counts = task.importance[row] ?? 1;
      loss +=
        task.kind === 'choice' ? chosen(sums, target) : eachOf(sums, target, task.rightCounts);
      for (let k = 0; k < answers; k += 1) {
        sums[k] = (sums[k] ?? 0) * counts;
        if (task.kind === 'each') biases[k] = (biases[k] ?? 0) - 0.02 * (sums[k] ?? 0);
      }
      for (let at = from; at < end; at += 1) {
        const first = (rows.numbers[at] ?? 0) * answers;
        for (let k = 0; k < answers; k += 1) {
          const weight = weights[first + k] ?? 0;
          const gradient = (sums[k] ?? 0) * share + task.decay * weight;
          const square = (squares[first + k] ?? 0) + gradient * gradient;
          squares[first + k] = square;
          weights[first + k] = weight - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    tell(
      `epoch ${String(epoch + 1)} of ${String(epochs)}: loss ${(loss / order.length).toFixed(4)}`,
    );
  }
  return { weights, biases };
}

/** Turns sums into gradients of the softmax beside a zero; returns the loss. */
function chosen(sums: Float64Array, target: number): number {
  let highest = 0;
  for (const sum of sums) if (sum > highest) highest = sum;
  let total = Math.exp(-highest);
  const none = total;
  for (let k = 0; k < sums.length; k += 1) {
    sums[k] = Math.exp((sums[k] ?? 0) - highest);
    total += sums[k] ?? 0;
  }
  const right = target === sums.length ? none : (sums[target] ?? 0);
  for (let k = 0; k < sums.length; k += 1)
    sums[k] = (sums[k] ?? 0) / total - (k === target ? 1 : 0);
  return -Math.log(right / total + 1e-12);
}

/** Turns sums into gradients of one logistic answer each; returns the loss. */
function eachOf(sums: Float64Array, target: number, rightCounts: number): number {
  let loss = 0;
  for (let k = 0; k < sums.length; k += 1) {
    const probability = 1 / (1 + Math.exp(-(sums[k] ?? 0)));
    const right = ((target >>> k) & 1) === 1;
    loss -= Math.log((right ? probability : 1 - probability) + 1e-12);
    sums[k] = right ? (probability - 1) * rightCounts : probability;
  }
  return loss;
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const row = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = row;
  }
}
