import { WORD } from '../word-characters.ts';
import type { MailWords } from './mail-words/mail-words.ts';

const UNSPACED = /^[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]/u;
const STARTS_WITH_LETTER = new RegExp(`^[${WORD}]`, 'iu');
const ENDS_WITH_LETTER = new RegExp(`[${WORD}]$`, 'iu');
const BEFORE = `(?<![A-Z${WORD}])`;
const AFTER = `(?![A-Z${WORD}])`;

function sourceOf(phrase: string): string {
  return phrase
    .replace(/[\\^$.+?()[\]{}/]/gu, '\\$&')
    .replace(/['’]/gu, "['’]")
    .replaceAll('-', '[-\\s]?')
    .replaceAll(' * ', '(?: [^]{0,60}?)? ')
    .replaceAll('*', '[^]{0,60}?')
    .replace(/ +/gu, '\\s{1,3}');
}

/** The source of a regular expression (flags `u`, mostly `i`) for any of the words, as whole words where the script parts them, unless told that they may be glued to others. */
export function wordPattern(words: readonly MailWords[], whole = true): string {
  const phrases = words
    .flatMap((table) => table.split('|'))
    .filter((phrase) => phrase !== '')
    // of two that begin alike the longer
    .sort((a, b) => b.length - a.length);
  const sources = [...new Set(phrases)].map((phrase) => {
    const spaced = whole && !UNSPACED.test(phrase.replace(/^\*/u, ''));
    return {
      source: sourceOf(phrase) + (spaced && ENDS_WITH_LETTER.test(phrase) ? AFTER : ''),
      apart: spaced && STARTS_WITH_LETTER.test(phrase),
    };
  });
  const apart = sources.filter((each) => each.apart).map((each) => each.source);
  const anywhere = sources.filter((each) => !each.apart).map((each) => each.source);
  const parts = apart.length === 0 ? anywhere : [`${BEFORE}(?:${apart.join('|')})`, ...anywhere];
  return `(?:${parts.join('|')})`;
}
