import type { ReferenceKind } from '@redress/contracts';
import type { NormalText } from '../normalise.ts';
import { normalise, originalSpan } from '../normalise.ts';
import type { Span } from '../span.ts';
import { overlaps } from '../span.ts';
import { normalSpans } from './normal-spans.ts';
import { endOfGroups, numberTokens } from './number-token.ts';
import { formedReferences, isCard, kindByPrefix } from './own-form.ts';
import type { Told } from './reference-reader.ts';
import { referenceReaderOf } from './reference-reader.ts';
import { hasDigit } from './words-source.ts';

/** A number by which a text refers to something of ours. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** As a system would hold it: western digits, capitals, no spaces. */
  readonly value: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Found extends Span {
  readonly kind: ReferenceKind;
}

/** Six capitals: an airline's booking may hold no digit. */
const CAPITALS = /(?<![\p{L}\d])[A-Z]{6}(?![\p{L}\d])/gu;
const YEAR = /^(?:19|20|25)\d\d$/u;
/** Unmarked numbers are longer: "order 2" is a quantity. */
const FEWEST_DIGITS = 5;
const FEWEST_OTHER = 4;
const CLOSED = /^(?:[,;:!?)\n]|\.(?!\d)|$)/u;
const FEWEST_JOINED = 3;

function digitsOf(token: string): string {
  return token.replace(/\D/gu, '');
}

function isTold(token: string, told: Told, text: string, start: number): boolean {
  const digits = digitsOf(token);
  const onlyDigits = digits.length === token.length;
  if (text[start - 1] === '+' || isCard(digits)) return false;
  if (/^\d{1,4}(?:st|nd|rd|th|am|pm|gb|mb|kg|km|x|%|-?й|-?го|-?я|-?е)$/u.test(token)) return false;
  if (told.kind === 'other') {
    // without a word for references it may well be a phone
    if (!told.sure && onlyDigits && digits.length >= 9 && digits.length <= 12) return false;
    return digits.length >= FEWEST_OTHER && !YEAR.test(token);
  }
  if (told.far) return digits.length >= FEWEST_OTHER && !YEAR.test(token);
  if (told.marked) return token.length >= 2;
  if (YEAR.test(token)) return false;
  // "invoices 4411, 4412", but "to order 1500 pieces"
  const closed = CLOSED.test(text.slice(start + token.length, start + token.length + 2));
  return (
    digits.length >= (closed ? FEWEST_OTHER : FEWEST_DIGITS) ||
    (!onlyDigits && token.length >= 5 && /^[a-z\d]*$/u.test(token))
  );
}

/** Capitals, western digits, no spaces. */
function valueOf(text: string): string {
  const western = text.replace(/\p{Nd}/gu, (digit) => normalise(digit).text);
  return western.replace(/[\s\u200e\u200f]/gu, '').toUpperCase();
}

/**
 * Numbers of orders, invoices, cases, bookings, accounts and parcels, by the word beside them or by their own form, first to last.
 * What stands in `taken` (amounts, dates; in the original) is none. English words are known in every language.
 */
export function findReferences(
  normal: NormalText,
  language: string,
  taken: readonly Span[] = [],
): Reference[] {
  const { text } = normal;
  const capitals = normalSpans(normal, CAPITALS);
  if (capitals.length === 0 && !hasDigit(text)) return [];
  const readers = [referenceReaderOf(language), language === 'en' ? null : referenceReaderOf('en')];
  const told = (at: number): Told | null => {
    const own = readers[0]?.toldBefore(text, at) ?? null;
    if (own !== null) return own;
    const inEnglish = readers[1]?.toldBefore(text, at) ?? null;
    return inEnglish?.kind === 'other' && !inEnglish.sure ? null : inEnglish;
  };
  const found: Found[] = hasDigit(text) ? formedReferences(normal) : [];
  const free = (span: Span): boolean =>
    !found.some((other) => overlaps(other, span)) &&
    !taken.some((other) => overlaps(other, originalSpan(normal, span.start, span.end)));
  let last: Found | null = null;
  for (const { start, end } of numberTokens(text)) {
    if (!free({ start, end })) continue;
    const token = text.slice(start, end);
    const said = told(start);
    const grouped = said?.kind === 'parcel' || said?.kind === 'account' || /^\d{3,4}$/u.test(token);
    const whole = grouped ? endOfGroups(text, end) : end;
    const written = text.slice(start, whole).replaceAll(' ', '');
    let kind = said !== null && isTold(written, said, text, start) ? said.kind : null;
    kind ??= kindByPrefix(token);
    if (
      kind === null &&
      last !== null &&
      digitsOf(token).length === digitsOf(text.slice(last.start, last.end)).length &&
      digitsOf(token).length >= FEWEST_JOINED &&
      !YEAR.test(token) &&
      readers.some((reader) => reader?.joins(text.slice(last?.end, start)))
    )
      kind = last.kind;
    if (kind === null) continue;
    last = { kind, start, end: whole };
    found.push(last);
  }
  for (const { start, end } of capitals) {
    if (!free({ start, end })) continue;
    const said = told(start);
    if (said?.kind === 'booking' && (said.marked || /[:(] ?$/u.test(text.slice(start - 2, start))))
      found.push({ kind: 'booking', start, end });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => {
      const span = originalSpan(normal, start, end);
      return { kind, value: valueOf(span.text), ...span };
    });
}
