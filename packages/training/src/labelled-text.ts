export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type SentimentLabel = (typeof SENTIMENTS)[number];

/** A row of a labelled public set. */
export interface LabelledText {
  /** The file it stands in, e.g. `en-xlmt`. */
  readonly set: string;
  readonly language: string;
  /** `dev` is left out to set probabilities; of a set that has but one of the two, every tenth row. */
  readonly split: 'train' | 'dev' | 'test';
  /** Null where the set labels something else. */
  readonly label: SentimentLabel | null;
  readonly text: string;
}

/** A row of the product's own corpus: what a text shows. */
export interface CorpusText {
  readonly language: string;
  /** Texts of one scenario never stand on both sides of a validation. */
  readonly scenario: string;
  readonly causes: readonly string[];
  readonly sentiment: SentimentLabel;
  readonly churn: 'none' | 'risk' | 'stated';
  readonly exposure: 'none' | 'threatened' | 'public';
  readonly text: string;
}
