import type { FeatureList } from './feature-list.ts';
import type { LanguageModel, SumsToLogits } from './model-file.ts';

export interface SentimentShares {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

export interface ReadSentiment {
  /** How likely each is, as texts of the language fall. */
  readonly shares: SentimentShares;
  /** How likely each would be if all three were as frequent: what the label is read from. */
  readonly even: SentimentShares;
}

/** Fewer learnt features than this say nothing. */
const LEAST = 4;

/** Sentiment by the model; null where it learnt nothing of the text's words, or nothing of the language. */
export function readSentiment(
  model: LanguageModel,
  features: FeatureList,
  language: string,
): ReadSentiment | null {
  const sums = new Float64Array(2);
  const learnt = model.table.sentiment.sum(features.hashes, features.count, sums);
  const calibration = model.sentiment[language];
  if (learnt < LEAST || calibration === undefined) return null;
  return { shares: sharesOf(sums, calibration), even: sharesOf(sums, calibration.even) };
}

function sharesOf(sums: Float64Array, to: SumsToLogits): SentimentShares {
  const negative = Math.exp(to.steepness * (sums[0] ?? 0) + to.negative);
  const positive = Math.exp(to.steepness * (sums[1] ?? 0) + to.positive);
  const sum = 1 + negative + positive;
  return { negative: negative / sum, neutral: 1 / sum, positive: positive / sum };
}

/** Every answer of the table `signals` (causes, `churn:…`, `exposure:…`) with how far its sum lies above its bar. */
export function readSignals(model: LanguageModel, features: FeatureList): Map<string, number> {
  const { answers } = model.tables.signals;
  const sums = new Float64Array(answers.length);
  model.table.signals.sum(features.hashes, features.count, sums);
  return new Map(
    answers.map((id, answer) => [id, (sums[answer] ?? 0) - (model.signals[id]?.bar ?? Infinity)]),
  );
}
