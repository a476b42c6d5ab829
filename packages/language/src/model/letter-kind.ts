import { oncePerUnit } from '../once-per-unit.ts';

/** What a code unit of normalised text is to the model. */
export const SPACE = 1;
/** A letter or mark of a script that puts spaces between words; an apostrophe too. */
export const LETTER = 2;
export const DIGIT = 3;
/** A letter of Thai, Han, Hiragana or Katakana: words are not separated. */
export const UNSPACED = 4;
/** Punctuation, symbols, emoji (halves of surrogate pairs). */
export const MARK = 5;

/** The kind of a code unit, by its Unicode properties. */
export const letterKind = oncePerUnit((code) => {
  if (code >= 0xd800 && code <= 0xdfff) return MARK;
  const character = String.fromCharCode(code);
  if (/\s/u.test(character)) return SPACE;
  if (/[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character))
    return /\p{N}/u.test(character) ? DIGIT : UNSPACED;
  if (/[\p{L}\p{M}']/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : MARK;
});
