import type { RootCause, Understanding } from '@redress/contracts';
import type { ShownCause } from './causes.ts';
import { quote } from './evidence.ts';
import { FeatureList } from './model/feature-list.ts';
import type { LanguageModel } from './model/model-file.ts';
import { readSentiment, readSignals, type ReadSentiment } from './model/read-model.ts';
import { wordsThatShow } from './model/words-that-show.ts';
import type { NormalText } from './normalise.ts';

/** What the model hears in a text, in any language it learnt. */
export interface ModelReading {
  /** The model's. */
  readonly name: string;
  /** Null where it knows too few of the words. */
  readonly sentiment: ReadSentiment | null;
  /** Those it would say, with the words that speak most for them. To be asked before the next text is read. */
  readonly causes: () => readonly ShownCause[];
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
  // most texts of a language with a lexicon never ask for them
  let read: ReadonlyMap<string, number> | null = null;
  const spans = (id: string) => wordsThatShow(model.table.signals, features, answers.indexOf(id));
  const probability = (id: string): number => {
    const excess = (read ??= readSignals(model, features)).get(id);
    return excess === undefined ? 0 : 1 / (1 + Math.exp(MARGIN - excess));
  };
  const level = <T extends string>(kind: string, levels: readonly T[]) => {
    const said = levels.find((one) => probability(`${kind}:${one}`) >= 0.5);
    return said === undefined
      ? { level: 'none' as const, evidence: [] }
      : { level: said, evidence: quote(customer, spans(`${kind}:${said}`)) };
  };
  return {
    name: model.name,
    sentiment: readSentiment(model, features, language),
    causes: () =>
      answers
        .filter((id) => !id.includes(':') && probability(id) >= 0.5)
        .map((id) => ({
          id: id as RootCause,
          probability: probability(id),
          evidence: spans(id),
          stated: true,
        }))
        .sort((a, b) => b.probability - a.probability),
    churn: () => level('churn', CHURN),
    exposure: () => level('exposure', EXPOSURE),
  };
}
