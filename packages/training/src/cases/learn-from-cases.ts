import type { LanguageModel } from '@redress/language/model';
import { LANGUAGES, learnFrom } from '../learn-from.ts';
import { readCorpus } from '../read-corpus.ts';
import { retrainSignals } from '../train-model.ts';
import { corpusText, type OwnCase } from './own-case.ts';

export interface LearnFromCasesOptions {
  /** Of a language that is learnt; see `isLearnt`. */
  readonly cases: readonly OwnCase[];
  /** Holds `train/*.tsv.gz`; null: causes, leaving and exposure are learnt anew, everything else stays as in `base`. */
  readonly data: string | null;
  readonly base: LanguageModel;
  readonly seed: number;
  readonly statedOnly: boolean;
  readonly tell: (line: string) => void;
}

/** Whether a model can learn from cases in this language. */
export function isLearnt({ language }: Pick<OwnCase, 'language'>): boolean {
  return LANGUAGES.includes(language);
}

/** The bytes of a model that learnt from own cases beside the corpus that ships. Throws as `learnFrom` does. */
export async function learnFromCases({
  cases,
  data,
  base,
  ...options
}: LearnFromCasesOptions): Promise<Uint8Array> {
  const own = cases.map(corpusText);
  if (data !== null) return learnFrom({ ...options, data, own });
  const corpus = readCorpus();
  options.tell(`${String(corpus.length)} texts of the corpus, ${String(own.length)} own cases`);
  return retrainSignals(base, { corpus: [...corpus, ...own], ...options });
}
