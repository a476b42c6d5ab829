import { detectLanguage } from '@redress/language';
import type { LabelledText } from '../labelled-text.ts';

export interface LanguageFigures {
  readonly language: string;
  readonly right: number;
  readonly count: number;
  /** What it was taken for instead, most frequent first. */
  readonly mistaken: readonly (readonly [string, number])[];
}

const PER_LANGUAGE = 500;

/**
 * Language of short texts: 12 to 100 characters without links and mentions, up to 500 a language, evenly over what is given. A text in
 * another language than its set's counts as an error, for everybody alike.
 */
export function evaluateLanguages(
  rows: readonly Pick<LabelledText, 'language' | 'text'>[],
  detect: (text: string) => string = (text) => detectLanguage(text),
): LanguageFigures[] {
  const byLanguage = new Map<string, string[]>();
  for (const { language, text } of rows) {
    const short = text
      .replace(/https?:\/\/\S+|@\w+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    if (short.length < 12 || short.length > 100) continue;
    const texts = byLanguage.get(language);
    if (texts === undefined) byLanguage.set(language, [short]);
    else texts.push(short);
  }
  return [...byLanguage].map(([language, texts]) => {
    const step = Math.max(1, texts.length / PER_LANGUAGE);
    const chosen = Array.from(
      { length: Math.min(PER_LANGUAGE, texts.length) },
      (_, at) => texts[Math.floor(at * step)] ?? '',
    );
    const mistaken = new Map<string, number>();
    let right = 0;
    for (const text of chosen) {
      const told = detect(text);
      if (told === language) right += 1;
      else mistaken.set(told, (mistaken.get(told) ?? 0) + 1);
    }
    return {
      language,
      right,
      count: chosen.length,
      mistaken: [...mistaken].sort((a, b) => b[1] - a[1]),
    };
  });
}
