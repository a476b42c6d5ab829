import type { RootCause, Understanding } from '@redress/contracts';
import { quote } from './evidence.ts';
import { FeatureList } from './model/feature-list.ts';
import type { LanguageModel } from './model/model-file.ts';
import { readSentiment, readSignals, type ReadSentiment } from './model/read-model.ts';
import { wordsThatShow } from './model/words-that-show.ts';
import type { NormalText } from './normalise.ts';
import type { Span } from './span.ts';

/** What the model hears in a text, in any language it learnt. */
export interface ModelReading {
  /** The model's. */
  readonly name: string;
  /** Null where it knows too few of the words. */
  readonly sentiment: ReadSentiment | null;
  /** How far each cause's sum lies above the bar where it is right most often. */
  readonly causes: readonly (readonly [RootCause, number])[];
  readonly likeliestCause: number;
  /** The words that speak most for a cause. What is a function is to be asked before the next text is read. */
  readonly words: (cause: RootCause) => readonly Span[];
  readonly churn: () => Understanding['churn'];
  readonly exposure: () => Understanding['exposure'];
}

/** A model learnt from few texts is believed a little above the bar where it is right most often, so that what is said is mostly right. */
const MARGIN = 0.25;
const CHURN = ['stated', 'risk'] as const;
const EXPOSURE = ['public', 'threatened'] as const;

/** Filled anew for every text; nothing reads two texts at once. */
const features = new FeatureList();

/** Reads the customer's words by a model. */
export function readByModel(
  customer: NormalText,
  language: string,
  model: LanguageModel,
): ModelReading {
  const { answers } = model.tables.signals;
  features.read(customer.text);
  const signals = readSignals(model, features);
  const above = (id: string): number => signals.get(id) ?? -Infinity;
  const causes = answers
    .filter((id) => !id.includes(':'))
    .map((id) => [id as RootCause, above(id)] as const);
  const words = (id: string) => wordsThatShow(model.table.signals, features, answers.indexOf(id));
  const level = <T extends string>(kind: string, levels: readonly T[]) => {
    const said = levels.find((one) => above(`${kind}:${one}`) >= MARGIN);
    return said === undefined
      ? { level: 'none' as const, evidence: [] }
      : { level: said, evidence: quote(customer, words(`${kind}:${said}`)) };
  };
  return {
    name: model.name,
    sentiment: readSentiment(model, features, language),
    causes,
    likeliestCause: Math.max(...causes.map(([, each]) => each)),
    words,
    churn: () => level('churn', CHURN),
    exposure: () => level('exposure', EXPOSURE),
  };
}
