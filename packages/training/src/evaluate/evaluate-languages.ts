import { detectLanguage } from '@redress/language';
import { evenlySpread } from '../evenly-spread.ts';
import { grouped } from '../grouped.ts';
import type { LabelledText } from '../labelled-text.ts';
import { withoutLinks } from '../without-links.ts';
import type { LanguagePeer } from './evaluate-peers.ts';

export interface LanguageFigures {
  readonly language: string;
  readonly right: number;
  readonly count: number;
  /** How many each peer tells, by its name. */
  readonly byPeer: ReadonlyMap<string, number>;
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
  peers: readonly LanguagePeer[] = [],
): LanguageFigures[] {
  const short = rows
    .map(({ language, text }) => ({
      language,
      text: withoutLinks(text).replace(/\s+/gu, ' ').trim(),
    }))
    .filter(({ text }) => text.length >= 12 && text.length <= 100);
  return [...grouped(short, ({ language }) => language)].map(([language, of]) => {
    const chosen = evenlySpread(of, PER_LANGUAGE);
    const mistaken = new Map<string, number>();
    let right = 0;
    for (const { text } of chosen) {
      const told = detectLanguage(text);
      if (told === language) right += 1;
      else mistaken.set(told, (mistaken.get(told) ?? 0) + 1);
    }
    return {
      language,
      right,
      count: chosen.length,
      byPeer: new Map(
        peers.map(({ name, tell }) => [
          name,
          chosen.filter(({ text }) => tell(text) === language).length,
        ]),
      ),
      mistaken: [...mistaken].sort((a, b) => b[1] - a[1]),
    };
  });
}
