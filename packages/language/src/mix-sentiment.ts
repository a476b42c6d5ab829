import type { Understanding } from '@redress/contracts';
import type { ReadSentiment, SentimentShares } from './model/read-model.ts';
import { weighFeelings } from './sentiment.ts';

/** What the lexicon felt: sums of its weights, zero or more. */
export interface Felt {
  readonly negative: number;
  readonly positive: number;
  /** There are letters, not marks and emoji alone. */
  readonly readable: boolean;
}

/** The lexicon's say beside the model's in what is told, where it felt something; half of it where it felt nothing. */
const LEXICON_SAY = 0.3;
/** Its say in what rules go by: a text without a word of ill feeling is calm unless the model is sure. */
const LEXICON_SAY_FOR_RULES = 0.6;

/**
 * Lexicon and model together, by a weighted geometric mean (log-linear pooling, Genest and Zidek 1986). `weights` is what rules go by;
 * the label is read as if all three were as frequent. Where the model knows no word, the lexicon decides alone; where both are silent, unknown.
 */
export function mixSentiment(
  felt: Felt,
  model: ReadSentiment | null,
): { readonly sentiment: Understanding['sentiment']; readonly weights: SentimentShares } {
  const silent = felt.negative + felt.positive === 0;
  const lexicon = weighFeelings(felt.negative, felt.positive);
  if (model === null) {
    return felt.readable || !silent
      ? { sentiment: { label: labelOf(lexicon), ...lexicon }, weights: lexicon }
      : {
          sentiment: { label: 'unknown', negative: 0, neutral: 1, positive: 0 },
          weights: lexicon,
        };
  }
  const say = silent ? LEXICON_SAY / 2 : LEXICON_SAY;
  const shares = pool(lexicon, model.shares, say);
  const even = pool(lexicon, model.even, LEXICON_SAY_FOR_RULES);
  // rules were weighed with the lexicon: they go by it wherever it felt something
  return { sentiment: { label: labelOf(even), ...shares }, weights: silent ? even : lexicon };
}

function pool(a: SentimentShares, b: SentimentShares, say: number): SentimentShares {
  const of = (key: keyof SentimentShares): number =>
    Math.max(1e-6, a[key]) ** say * Math.max(1e-6, b[key]) ** (1 - say);
  const [negative, neutral, positive] = [of('negative'), of('neutral'), of('positive')];
  const sum = negative + neutral + positive;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
}

/** The likeliest of the three; a tie is read as the worse. */
export function labelOf(shares: SentimentShares): 'negative' | 'neutral' | 'positive' {
  if (shares.negative >= shares.positive && shares.negative >= shares.neutral) return 'negative';
  return shares.positive >= shares.neutral ? 'positive' : 'neutral';
}
