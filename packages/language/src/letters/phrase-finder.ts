import { isWord } from '../word-characters.ts';
import type { MailWords } from './mail-words/mail-words.ts';
import { wordPattern } from './word-pattern.ts';

/** Units of a word by which phrases are told apart; where words are not parted, more of Thai and less of Han and kana. */
const KEY = 6;
const SHORT_KEY = 4;
const HAN_KEY = 2;
/** Farther from its longest word no phrase reaches. */
const REACH = 150;
const THAI_FIRST = 0x0e00;
const THAI_LAST = 0x0e7f;
const KANA_FIRST = 0x3040;
const HAN_LAST = 0x9fff;
const ASCII_LAST = 0x7f;
const SMALL = 0x20;
const BEGINNINGS = 65_536;

function isUnspaced(code: number): boolean {
  return (code >= THAI_FIRST && code <= THAI_LAST) || (code >= KANA_FIRST && code <= HAN_LAST);
}

function keyLength(code: number): number {
  return code >= KANA_FIRST && code <= HAN_LAST ? HAN_KEY : KEY;
}

/** A number for the first two units of a word, of which most words are seen to begin no phrase. */
function beginning(text: string, at: number): number {
  return (text.charCodeAt(at) * 257 + text.charCodeAt(at + 1)) % BEGINNINGS;
}

/** The beginning of the longest word: the one that other texts say least. */
function keyOf(phrase: string): string {
  const words = phrase.toLowerCase().split(/[\s*'’/():.-]+/u);
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const length = keyLength(longest.charCodeAt(0));
  return longest.slice(0, longest.length < length ? SHORT_KEY : length);
}

/**
 * Finds where a text says one of many long phrases, -1 where none. One expression of all of them costs more than to read the text;
 * here a phrase is tried around its longest word alone.
 */
export function createPhraseFinder(tables: readonly MailWords[]): (text: string) => number {
  const phrases = new Map<string, string[]>();
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const phrase of tables.join('|').split('|')) {
    const key = keyOf(phrase);
    phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
    for (const form of [key, key.toUpperCase(), key.slice(0, 1).toUpperCase() + key.slice(1)])
      beginnings[beginning(form, 0)] = 1;
  }
  const expressions = new Map<string, RegExp>();
  const expressionOf = (key: string): RegExp | null => {
    const known = expressions.get(key);
    if (known !== undefined) return known;
    const alike = phrases.get(key);
    if (alike === undefined) return null;
    const made = new RegExp(wordPattern(alike), 'iu');
    expressions.set(key, made);
    return made;
  };
  const around = (text: string, at: number, length: number): number => {
    const expression = expressionOf(text.slice(at, at + length).toLowerCase());
    if (expression === null) return -1;
    const from = Math.max(0, at - REACH);
    const found = text.slice(from, at + REACH).search(expression);
    return found === -1 ? -1 : from + found;
  };
  return (text) => {
    let within = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const letter = isWord(code <= ASCII_LAST ? code | SMALL : code);
      const begins = letter && (!within || isUnspaced(code));
      within = letter;
      if (!begins || beginnings[beginning(text, at)] === 0) continue;
      const found = around(text, at, keyLength(code));
      if (found !== -1) return found;
      const short = isUnspaced(code) ? -1 : around(text, at, SHORT_KEY);
      if (short !== -1) return short;
    }
    return -1;
  };
}
