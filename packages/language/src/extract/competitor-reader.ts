import { arabic } from './competitor-words/ar.ts';
import type { CompetitorWords } from './competitor-words/competitor-words.ts';
import { COMPANY_WORDS, NEVER_NAMES } from './competitor-words/competitor-words.ts';
import { english } from './competitor-words/en.ts';
import { polish } from './competitor-words/pl.ts';
import { russian } from './competitor-words/ru.ts';
import { thai } from './competitor-words/th.ts';
import type { NormalText } from '../normalise.ts';
import { originalSpan } from '../normalise.ts';
import type { Span } from '../span.ts';
import { perLanguage } from './per-language.ts';
import { boundaries, wordsSource } from './words-source.ts';

/** Tells names of other companies in normalised text of one language. */
export interface CompetitorReader {
  /** What of a run of capitalised words is a name that the words around tell; null for none. */
  readonly nameIn: (normal: NormalText, run: Span) => Span | null;
  /** A listed name without the ending that is declined. */
  readonly stemOf: (name: string) => string;
  /** Where a listed name that stands there as a word of its own ends, glued letters and a declined ending aside; null where it is part of another word. */
  readonly endOfListed: (text: string, start: number, end: number) => number | null;
}

const GAP = '[ ,"\'(]{1,3}';
/** Before the start of a sentence any word is capitalised. */
const OPENING = /(?:^|[.!?\n][ "'(]{0,3}|^["'(]{1,2})$/u;
/** Shorter listed names are not declined. */
const SHORTEST_STEM = 4;

function compile(words: CompetitorWords, language: string): CompetitorReader {
  const spaced = language !== 'th';
  const { before, after } = boundaries(spaced);
  const gap = spaced ? GAP : '[ "\'(]{0,3}';
  const glued = words.prefix === undefined ? '' : `${wordsSource(words.prefix)}?`;
  // "ل" is glued to what follows it
  const loosely = language === 'ar' ? '[ "\'(]{0,3}' : gap;
  const lead = new RegExp(
    `(?<=${before}${language === 'ar' ? '(?:و|ف)?' : ''}(${wordsSource(words.before)}|${wordsSource(words.mayBePlace)})${loosely}(?:${wordsSource(words.between)}${gap}){0,2})`,
    'uy',
  );
  const place = new RegExp(`^${wordsSource(words.mayBePlace)}$`, 'u');
  const context = new RegExp(`${before}${glued}${wordsSource(words.context)}${after}`, 'u');
  const tail = new RegExp(`["')»]?${gap}${wordsSource(words.after)}${after}`, 'uy');
  const never = new RegExp(`^(?:${wordsSource(words.notNames)}|${wordsSource(NEVER_NAMES)})$`, 'u');
  const matches = (expression: RegExp, text: string, at: number): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(text);
  };
  const sentenceAround = (text: string, start: number, end: number): string => {
    const from = Math.max(0, start - 120);
    const left = text.slice(from, start);
    const right = text.slice(end, end + 120);
    return left.slice(left.search(/[^.!?\n]*$/u)) + ' ' + (/^[^.!?\n]*/u.exec(right)?.[0] ?? '');
  };
  const endings = language === 'pl' || language === 'ru' ? 3 : 0;
  const wordBefore = new RegExp(`(?<=${before}${glued})`, 'uy');
  const wordAfter = new RegExp(spaced ? `(?:'?[a-zа-я]{0,${String(endings)}})${after}` : '', 'uy');
  const company = new RegExp(`(?:^|[ -])${wordsSource(COMPANY_WORDS)}(?:$|[ -])`, 'u');
  const isNever = (name: string): boolean =>
    never.test(name) || never.test(name.split(' ')[0] ?? '');
  const isLed = (text: string, start: number, end: number): boolean => {
    const led = matches(lead, text, start);
    if (led === null) return false;
    if (company.test(text.slice(start, end))) return true;
    return !place.test(led[1] ?? '') || context.test(sentenceAround(text, start, end));
  };
  const isTelling = (normal: NormalText, { start, end }: Span): boolean => {
    const { text } = normal;
    if (matches(tail, text, end) === null) return false;
    const opens = OPENING.test(text.slice(Math.max(0, start - 4), start));
    // "Hotel offers …": a word that opens a sentence needs a comparison, unless it is written like a name
    const written = originalSpan(normal, start, end).text;
    const nameLike = (written.match(/\p{Lu}/gu)?.length ?? 0) > 1;
    const foreign = ['ru', 'ar', 'th'].includes(language) && /^[a-z]/u.test(text.slice(start, end));
    return !opens || nameLike || foreign || context.test(sentenceAround(text, start, end));
  };
  return {
    stemOf: (name) =>
      endings > 0 && name.length > SHORTEST_STEM ? name.replace(/[aeoyiаяьыиоейе]$/u, '') : name,
    endOfListed: (text, start, end) => {
      if (matches(wordBefore, text, start) === null) return null;
      const rest = matches(wordAfter, text, end);
      return rest === null ? null : end + rest[0].length;
    },
    nameIn: (normal, run) => {
      const { text } = normal;
      const name = text.slice(run.start, run.end);
      if (name.length < 2) return null;
      for (let at = run.start; at < run.end;) {
        if (!isNever(text.slice(at, run.end)) && isLed(text, at, run.end))
          return { start: at, end: run.end };
        const space = text.indexOf(' ', at);
        if (space === -1 || space >= run.end) break;
        at = space + 1;
      }
      return !isNever(name) && isTelling(normal, run) ? run : null;
    },
  };
}

/** The reader of a language's names; null where it has no table. */
export const competitorReaderOf = perLanguage(
  { en: english, pl: polish, ar: arabic, ru: russian, th: thai },
  compile,
);
