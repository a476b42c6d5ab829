import type { NormalText } from '../normalise.ts';
import { arabic } from './date-words/ar.ts';
import type { DateWords } from './date-words/date-words.ts';
import { english } from './date-words/en.ts';
import { polish } from './date-words/pl.ts';
import { russian } from './date-words/ru.ts';
import { thai } from './date-words/th.ts';
import { perLanguage } from './per-language.ts';
import { boundaries, wordsSource } from './words-source.ts';

/** The month and year that stand with a day, and the whole stretch with the day in it. */
export interface NamedMonth {
  readonly month: number;
  readonly year: string | null;
  readonly start: number;
  readonly end: number;
}

/** Reads dates of one language beside a number in normalised text. */
export interface DateReader {
  readonly buddhist: boolean;
  readonly ambiguous: boolean;
  /** "12 March 2026": the day is what stands from `start` to `end`. */
  readonly monthAfter: (normal: NormalText, start: number, end: number) => NamedMonth | null;
  /** "March 12th, 2026". */
  readonly monthBefore: (normal: NormalText, start: number, end: number) => NamedMonth | null;
  /** Whether what stands between two days makes them days of one month. */
  readonly joins: (between: string) => boolean;
  /** A word that leads to a date stands before. */
  readonly isLed: (text: string, at: number) => boolean;
  /** A word stands before that tells of versions and the like. */
  readonly isNoDate: (text: string, at: number) => boolean;
}

const LONGEST_JOINT = 12;

function isMonthNumber(found: readonly (string | undefined)[], from: number): number {
  return found.findIndex((group, at) => at >= from && group !== undefined) - from + 1;
}

function compile(words: DateWords, language: string): DateReader {
  const spaced = language !== 'th';
  const { before, after } = boundaries(spaced);
  const glued = language === 'ar' ? '(?:و|ف)?' : '';
  // a short form's dot belongs to it, so the longest form is tried first
  const months = words.months
    .map((forms) =>
      wordsSource(
        forms
          .split('|')
          .sort((a, b) => b.length - a.length)
          .join('|'),
      ),
    )
    .map((source) => `(${source})`)
    .join('|');
  const suffix = wordsSource(words.daySuffixes);
  const yearLead = wordsSource(words.yearLead);
  const yearSuffix = wordsSource(words.yearSuffixes);
  const bareShort = words.buddhist === true ? '|\\d{2}(?![\\d:.,])' : '';
  const year = `(?:[ ,]{0,3}(?:${yearLead} ?)?(\\d{4}(?!\\d)|'\\d{2}(?!\\d)|\\d{2}(?= ?${yearSuffix})${bareShort})(?: ?${yearSuffix}${after})?)?`;
  const ahead = new RegExp(
    `(${suffix})?[ -]{0,2}(?:${wordsSource(words.between)}[ -]{0,2})?(?:${months})${after}${year}`,
    'uy',
  );
  const behind = new RegExp(`(?<=${before}(?:${months})[ -]{1,2}(?:the )?)`, 'uy');
  const behindRest = new RegExp(`(${suffix})?${after}(?:[, ]{1,3}(\\d{4})(?!\\d))?`, 'uy');
  const lead = new RegExp(`(?<=${before}${glued}${wordsSource(words.lead)}[ ,:(]{0,2})`, 'uy');
  const not = new RegExp(`(?<=${before}${wordsSource(words.not)}[ :]{0,2})`, 'uy');
  const joint = new RegExp(`^(?: ?[-,] ?| ?,? ?${wordsSource(words.and)} ?)$`, 'u');
  const monthName = new RegExp(`^${wordsSource(words.capitalised ?? '')}$`, 'u');
  const on = /(?<=(?:on|of|since|until|till|by|from|before|after|dated)(?: the)? )/uy;
  const inMonth = /(?<=(?:^|[^a-z])(?:in|during|early|late) )/uy;
  const at = (expression: RegExp, text: string, place: number): RegExpExecArray | null => {
    expression.lastIndex = place;
    return expression.exec(text);
  };
  const looksNamed = (normal: NormalText, name: string, place: number): boolean =>
    !monthName.test(name) || /\p{Lu}/u.test(normal.original.charAt(normal.starts[place] ?? 0));
  return {
    buddhist: words.buddhist === true,
    ambiguous: words.ambiguous === true,
    joins: (between) => between.length <= LONGEST_JOINT && joint.test(between),
    isLed: (text, place) => at(lead, text, place) !== null,
    isNoDate: (text, place) => at(not, text, place) !== null,
    monthAfter: (normal, start, end) => {
      const found = at(ahead, normal.text, end);
      if (found === null) return null;
      const month = isMonthNumber(found.slice(0, 14), 2);
      const name = found[month + 1] ?? '';
      const place = end + found[0].indexOf(name, found[1]?.length ?? 0);
      const told =
        found[1] !== undefined ||
        found[14] !== undefined ||
        looksNamed(normal, name, place) ||
        at(on, normal.text, start) !== null;
      if (!told) return null;
      const year = found[14]?.replace("'", '') ?? null;
      return { month, year, start, end: end + found[0].length };
    },
    monthBefore: (normal, start, end) => {
      if (words.monthFirst !== true) return null;
      const found = at(behind, normal.text, start);
      if (found === null) return null;
      const month = isMonthNumber(found, 1);
      const name = found[month] ?? '';
      const place = normal.text.lastIndexOf(name, start - 1);
      const rest = at(behindRest, normal.text, end);
      if (rest === null) return null;
      const sure = rest[1] !== undefined || rest[2] !== undefined;
      // "in March 12 parcels were lost"
      if (!sure && at(inMonth, normal.text, place) !== null) return null;
      if (!sure && !looksNamed(normal, name, place) && at(on, normal.text, place) === null)
        return null;
      return { month, year: rest[2] ?? null, start: place, end: end + rest[0].length };
    },
  };
}

/** The reader of a language's dates; null where it has no table. */
export const dateReaderOf = perLanguage(
  { en: english, pl: polish, ar: arabic, ru: russian, th: thai },
  compile,
);
