import type { SentimentShares } from './model/read-model.ts';

/** What speaks for and against a grievance in one text. */
export interface GrievanceSigns {
  /** The lexicon's share of good feeling; zero where it felt nothing. */
  readonly praise: number;
  /** The lexicon's share of ill feeling; a half where it felt nothing. */
  readonly blame: number;
  /** A sentence that does not ask says that something is wrong. */
  readonly wrong: boolean;
  /** The model's shares; null where it knows too few of the words. */
  readonly felt: SentimentShares | null;
  /** How far the likeliest cause lies above its bar in the model. */
  readonly likeliestCause: number;
  /** How many causes the lexicon finds stated. */
  readonly stated: number;
  /** The lexicon felt nothing and found no cause; false where there is none. */
  readonly silent: boolean;
  /** A few words: the model alone is not believed readily. */
  readonly short: boolean;
  readonly exposure: boolean;
  readonly leaving: boolean;
  /** Every sentence asks or requests. */
  readonly onlyAsks: boolean;
  readonly asks: boolean;
  readonly requests: boolean;
  readonly thanks: boolean;
}

/** Of the three shares where nothing is known. */
const UNKNOWN = { negative: 0.4, positive: 0.3 } as const;
const FARTHEST = 2;
const MORE_ILL_THAN_NOT = 0.55;
const MOST_STATED = 3;

/**
 * Log-odds that the customer holds something against the company; above zero it is a grievance. A logistic regression, fitted on texts in five languages by
 * hands that had written neither the lexicon nor what the model learnt; four in five of those are complaints, so half is taken off the constant.
 */
export function weighGrievance(signs: GrievanceSigns): number {
  const { negative, positive } = signs.felt ?? UNKNOWN;
  const when = (holds: boolean, odds: number): number => (holds ? odds : 0);
  return (
    -2.4 +
    0.5 * signs.blame +
    4.3 * negative -
    0.5 * positive -
    2 * signs.praise +
    1.2 * Math.max(-FARTHEST, Math.min(FARTHEST, signs.likeliestCause)) +
    0.7 * Math.min(MOST_STATED, signs.stated) +
    when(signs.wrong && signs.blame >= MORE_ILL_THAN_NOT, 1) +
    when(signs.exposure, 0.9) +
    when(signs.leaving, 0.6) -
    when(signs.silent, signs.short ? 1.2 : 0.5) -
    when(signs.onlyAsks, 0.5) -
    when(signs.asks, 0.4) -
    when(signs.requests, 1.2) -
    when(signs.thanks, 2.2)
  );
}
