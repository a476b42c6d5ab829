import type { CorpusText } from '../labelled-text.ts';

/** A customer's words with the causes that an owner confirmed, as the product's store tells them. */
export interface OwnCase {
  readonly customerId: string;
  readonly language: string;
  readonly causes: readonly string[];
  /** As they were read; nobody confirmed them. */
  readonly churn: CorpusText['churn'];
  readonly exposure: CorpusText['exposure'];
  readonly text: string;
}

/** The case as a row of the corpus: a customer is a scenario of their own, and what an owner resolved was a complaint, so negative. */
export function corpusText({ customerId, ...shown }: OwnCase): CorpusText {
  return { ...shown, scenario: `customer ${customerId}`, sentiment: 'negative' };
}
