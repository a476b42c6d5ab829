import { FeatureList } from './feature-list.ts';
import type { LanguageModel } from './model-file.ts';

/** Characters that are enough to tell a language. */
const ENOUGH = 400;

const list = new FeatureList();

/** The letters a language is told by: small, with all their marks. */
export function lettersOf(text: string): string {
  return text.slice(0, ENOUGH).toLowerCase().normalize('NFC');
}

export interface LanguageGuess {
  readonly language: string;
  /** Among the languages asked about, and none of them. */
  readonly probability: number;
}

/** The likeliest of the languages asked about, by the words and letters of the text; null where none was learnt of. */
export function readLanguage(
  model: LanguageModel,
  text: string,
  among: ReadonlySet<string>,
): LanguageGuess | null {
  const { answers } = model.tables.languages;
  const sums = new Float64Array(answers.length);
  list.read(lettersOf(text));
  if (model.table.languages.sum(list.hashes, list.count, sums) === 0) return null;
  let total = 1;
  let best: LanguageGuess | null = null;
  answers.forEach((language, answer) => {
    if (!among.has(language)) return;
    const weight = Math.exp(sums[answer] ?? 0);
    total += weight;
    if (best === null || weight > best.probability) best = { language, probability: weight };
  });
  const found = best as LanguageGuess | null;
  return found === null ? null : { ...found, probability: found.probability / total };
}
