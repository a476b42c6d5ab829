import { normalise } from '@redress/language/model';
import { SENTIMENTS, type CorpusText, type LabelledText } from './labelled-text.ts';
import type { LexiconWord } from './lexicon-words.ts';
import type { TableTask } from './train-table.ts';

/** The answers of the table `sentiment`; neutral is neither. */
export const SENTIMENT_ANSWERS = ['negative', 'positive'] as const;
const NEUTRAL = SENTIMENT_ANSWERS.length;
/** In most languages the only texts that are not translated, and few: they count more (on tweets left out +0.02 macro-F1, elsewhere no difference). */
const TWEETS = /-xlmt$/u;

/**
 * What the sentiment table learns from: the labelled sets, the corpus, and the words of public lexicons as texts of their own, which
 * count little. Within a language the rarer labels count more (the share to the power of 0.7), within limits.
 */
export function sentimentTask(
  sets: readonly LabelledText[],
  corpus: readonly CorpusText[],
  words: readonly LexiconWord[],
  seed: number,
): TableTask {
  const labelled = sets.flatMap(({ set, label, language, text }) =>
    label === null ? [] : [{ language, label, text, counts: TWEETS.test(set) ? 3 : 1 }],
  );
  const own = corpus.map(({ language, sentiment, text }) => ({
    language,
    label: sentiment,
    text,
    counts: 3,
  }));
  const sentences = [...labelled, ...own];
  const weigh = balance(sentences);
  const rows = [
    ...sentences.map((row) => ({ ...row, counts: row.counts * weigh(row) })),
    ...words.map(({ language, valence, text }) => ({
      language,
      label: valence < 0 ? ('negative' as const) : ('positive' as const),
      text,
      counts: Math.abs(valence) / 2,
    })),
  ];
  return {
    texts: rows.map(({ text }) => normalise(text).text),
    answers: SENTIMENT_ANSWERS.length,
    kind: 'choice',
    targets: Uint32Array.from(rows, ({ label }) =>
      label === 'neutral' ? NEUTRAL : SENTIMENT_ANSWERS.indexOf(label),
    ),
    importance: Float32Array.from(rows, ({ counts }) => counts),
    rightCounts: 1,
    epochs: 4,
    rate: 0.2,
    decay: 3e-3,
    seed,
    buckets: 480_000,
    leastTexts: 2,
  };
}

function balance(
  rows: readonly { readonly language: string; readonly label: (typeof SENTIMENTS)[number] }[],
): (row: { readonly language: string; readonly label: string }) => number {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { language, label } of rows) {
    add(language);
    add(`${language} ${label}`);
  }
  return ({ language, label }) => {
    const even = (counts.get(language) ?? 0) / SENTIMENTS.length;
    return Math.min(4, (even / (counts.get(`${language} ${label}`) ?? 1)) ** 0.7);
  };
}
