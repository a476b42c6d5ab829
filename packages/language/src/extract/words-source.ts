import { normalise } from '../normalise.ts';
import { LETTERS, WORD } from '../word-characters.ts';

/** Words of a table, divided by `|`; `*` stands for any ending. */
export type Words = string;

/** Never matches. */
const NOTHING = '(?!)';

/** The source of a regular expression (flag `u`) over normalised text for any of the words. */
export function wordsSource(words: Words): string {
  if (words.trim() === '') return NOTHING;
  const sources = normalise(words)
    .text.split('|')
    .map((word) =>
      word
        .trim()
        .replace(/[\\^$.+?()[\]{}]/gu, '\\$&')
        .replaceAll('*', `[${LETTERS}]{0,7}`)
        .replaceAll(' ', ' {1,2}'),
    );
  return `(?:${sources.join('|')})`;
}

/** Where a word may begin and end. Without spaces between words, anywhere. */
export function boundaries(spaced: boolean): { readonly before: string; readonly after: string } {
  return spaced ? { before: `(?<![${WORD}])`, after: `(?![${WORD}])` } : { before: '', after: '' };
}

const ZERO = 0x30;
const NINE = 0x39;

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Whether the text holds a digit at all: most texts hold none, and have no number or date to be read. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}
