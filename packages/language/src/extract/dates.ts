import type { NormalText } from '../normalise.ts';
import { originalSpan } from '../normalise.ts';
import type { Span } from '../span.ts';
import { overlaps } from '../span.ts';
import type { WrittenDay } from './calendar-day.ts';
import { isoDay } from './calendar-day.ts';
import type { DateReader } from './date-reader.ts';
import { dateReaderOf } from './date-reader.ts';
import { hasDigit } from './words-source.ts';

/** A date that a text names. */
export interface NamedDate {
  readonly iso: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Day, month and year in figures with one sign between them. */
const FIGURES = /(?<![\d/]|\d[.,:-])(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d%]|[./:,-]\d)/gu;
/** Day and month in figures. */
const SHORT_FIGURES = /(?<![\d/]|\d[.,:-])(\d{1,2})[./](\d{2}|\d(?=[^\d.]|$))(?![\d%]|[./:,-]\d)/gu;
/** A number that can be a day. */
const DAY = /(?<![\d]|\d[.,:/])\d{1,2}(?!\d|[.,:/]\d)/gu;
const FIRST_FOR_DAYS = 12;

/**
 * The dates named in a text, first to last. A date without a year is the nearest past one seen from `at` (an ISO instant); without `at` it is left out,
 * as are dates in figures where day and month cannot be told. A language without a table is read by its figures alone.
 */
export function findDates(normal: NormalText, language: string, at?: string): NamedDate[] {
  const { text } = normal;
  if (!hasDigit(text)) return [];
  const reader = dateReaderOf(language);
  const found: (Span & { readonly iso: string })[] = [];
  const add = (start: number, end: number, written: WrittenDay | null): void => {
    if (written === null || found.some((other) => overlaps(other, { start, end }))) return;
    const iso = isoDay(written, at, reader?.buddhist ?? false);
    if (iso !== null) found.push({ start, end, iso });
  };
  for (const match of text.matchAll(FIGURES)) {
    if (reader?.isNoDate(text, match.index) === true) continue;
    add(match.index, match.index + match[0].length, inFigures(match, reader));
  }
  if (reader !== null) {
    const days = [...text.matchAll(DAY)].map((match) => ({
      day: Number(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
    for (const [at, { day, start, end }] of days.entries()) {
      const after = reader.monthAfter(normal, start, end);
      const named = after ?? reader.monthBefore(normal, start, end);
      if (named === null) continue;
      add(named.start, named.end, { ...named, day });
      // "from 3 to 10 March"
      let later = { day, start };
      for (let back = at - 1; after !== null && back >= 0; back -= 1) {
        const earlier = days[back];
        if (earlier === undefined || earlier.day >= later.day) break;
        if (!reader.joins(text.slice(earlier.end, later.start))) break;
        add(earlier.start, earlier.end, { ...named, day: earlier.day });
        later = earlier;
      }
    }
    for (const match of text.matchAll(SHORT_FIGURES)) {
      // with a dot it is a time or a price where dates have slashes
      if (reader.ambiguous && match[0].includes('.')) continue;
      if (!reader.isLed(text, match.index)) continue;
      const [day, month] = [Number(match[1]), Number(match[2])];
      const written = reader.ambiguous ? unambiguous(day, month) : { day, month };
      if (written !== null)
        add(match.index, match.index + match[0].length, { ...written, year: null });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ iso, start, end }) => ({ iso, ...originalSpan(normal, start, end) }));
}

/** In a language that writes both orders, one number must be above 12, or both be the same. */
function unambiguous(first: number, second: number): { day: number; month: number } | null {
  if (first > FIRST_FOR_DAYS || first === second) return { day: first, month: second };
  return second > FIRST_FOR_DAYS ? { day: second, month: first } : null;
}

function inFigures(match: RegExpExecArray, reader: DateReader | null): WrittenDay | null {
  const [, first = '', , second = '', last = ''] = match;
  if (first.length === 4)
    return last.length === 4 ? null : { year: first, month: Number(second), day: Number(last) };
  if (first.length === 3) return null;
  // what no table tells the order of may be written in both
  const day = Number(first);
  const month = Number(second);
  const written = reader === null || reader.ambiguous ? unambiguous(day, month) : { day, month };
  return written === null ? null : { ...written, year: last };
}
