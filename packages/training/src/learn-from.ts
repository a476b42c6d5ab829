import { existsSync } from 'node:fs';
import path from 'node:path';
import { MODEL } from '@redress/language';
import type { CorpusText } from './labelled-text.ts';
import { readCorpus } from './read-corpus.ts';
import { readLabelledSets } from './read-labelled-sets.ts';
import { sourceOf } from './sources.ts';
import { trainModel } from './train-model.ts';

/** The languages the model learns the feeling of; the same as have a corpus. */
export const LANGUAGES: readonly string[] = [
  'en',
  'pl',
  'ar',
  'ru',
  'th',
  'es',
  'de',
  'fr',
  'pt',
  'it',
  'tr',
  'uk',
  'zh',
  'ja',
  'id',
  'hi',
  'nl',
];

export interface LearnOptions {
  /** Holds `train/*.tsv.gz`. */
  readonly data: string;
  readonly seed: number;
  /** Only sets whose texts have a stated licence. */
  readonly statedOnly: boolean;
  /** Texts of one's own, beside the corpus that ships. */
  readonly own?: readonly CorpusText[];
  readonly tell: (line: string) => void;
}

/** The bytes of a model learnt from the data folder and the corpus that ships. Throws a `RangeError` where the folder holds no set that is known. */
export async function learnFrom({
  data,
  seed,
  statedOnly,
  own = [],
  tell,
}: LearnOptions): Promise<Uint8Array> {
  const folder = path.join(data, 'train');
  const wanted = (set: string): boolean => {
    const source = sourceOf(set);
    return source !== undefined && (source.stated || !statedOnly);
  };
  const sets = existsSync(folder) ? readLabelledSets(folder, wanted) : [];
  if (sets.length === 0)
    throw new RangeError(`${folder} holds no set that is known; docs/language.md lists them`);
  const corpus = [...readCorpus(), ...own];
  tell(
    `${String(sets.length)} texts of public sets, ${String(corpus.length - own.length)} of the corpus${own.length === 0 ? '' : `, ${String(own.length)} own cases`}`,
  );
  return trainModel({ sets, corpus, languages: LANGUAGES, seed, name: MODEL, tell });
}
