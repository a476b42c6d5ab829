import { lettersOf } from '@redress/language/model';
import { evenlySpread } from './evenly-spread.ts';
import type { CorpusText, LabelledText } from './labelled-text.ts';
import { randomOf } from './train-linear.ts';
import type { TableTask } from './train-table.ts';
import { withoutLinks } from './without-links.ts';

/** Languages that share a script with another of ours; the rest are told by their script. */
export const LANGUAGES_BY_WORDS = [
  'en',
  'pl',
  'es',
  'de',
  'fr',
  'pt',
  'it',
  'tr',
  'id',
  'nl',
  'ru',
  'uk',
  'ar',
  'hi',
] as const;
const PER_LANGUAGE = 5_000;

/** What the table `languages` learns from: up to 5,000 texts a language, each also as a piece of 15 to 60 characters, for most that is asked is short. */
export function languageTask(
  sets: readonly LabelledText[],
  corpus: readonly CorpusText[],
  seed: number,
): TableTask {
  const random = randomOf(seed);
  const rows = LANGUAGES_BY_WORDS.flatMap((language, answer) => {
    const texts = [...corpus, ...sets].filter((row) => row.language === language);
    const chosen = evenlySpread(texts, PER_LANGUAGE).map(({ text }) => withoutLinks(text));
    return chosen
      .flatMap((text) => [text.slice(0, 300), piece(text, random)])
      .map((text) => ({ text, answer, counts: Math.min(3, PER_LANGUAGE / chosen.length) }));
  });
  return {
    texts: rows.map(({ text }) => lettersOf(text)),
    answers: LANGUAGES_BY_WORDS.length,
    kind: 'choice',
    targets: Uint32Array.from(rows, ({ answer }) => answer),
    importance: Float32Array.from(rows, ({ counts }) => counts),
    rightCounts: 1,
    epochs: 3,
    rate: 0.2,
    decay: 1e-4,
    seed,
    buckets: 12_000,
    leastTexts: 3,
  };
}

/** Whole words of the text, about 15 to 60 characters of it. */
function piece(text: string, random: () => number): string {
  const size = 15 + Math.floor(random() * 45);
  const from = Math.floor(random() * Math.max(1, text.length - size));
  return text.slice(from, from + size).replace(/^\S*\s|\s\S*$/gu, '');
}
