import type { Understanding } from '@redress/contracts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { NormalText } from './normalise.ts';
import { originalSpan } from './normalise.ts';
import { findSpans } from './span.ts';

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '฿': 'THB',
  '¥': 'JPY',
  '₹': 'INR',
  '₺': 'TRY',
  '₴': 'UAH',
  '₩': 'KRW',
  '﷼': 'SAR',
  zl: 'PLN',
};
const CODES =
  'usd|eur|gbp|pln|rub|rur|thb|sar|aed|egp|qar|kwd|jod|mad|chf|czk|uah|try|inr|jpy|cny|krw|idr|brl|cad|aud|sek|nok|dkk|mxn|zar';
const NUMBER = "(?:\\d{1,3}(?:[ ,.']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)(?!\\d)";
const SIGN = `us\\$|[$€£₽฿¥₹₺₴₩﷼]|(?<![\\p{L}])(?:${CODES}|zl)(?![\\p{L}])`;
const BEFORE = new RegExp(`(${SIGN}) ?(${NUMBER})`, 'gu');
const AFTER = new RegExp(`(?<![\\d.,])(${NUMBER}) ?(${SIGN})`, 'gu');
const BARE = new RegExp(`(?<![\\d.,])${NUMBER}`, 'gu');

/** Reads "7,455", "7 455", "88.77", "88,77", "1.234,50". */
function valueOf(written: string): number {
  const cents = /[.,](\d{1,2})$/u.exec(written);
  const whole = (cents === null ? written : written.slice(0, -cents[0].length)).replace(
    /[^\d]/gu,
    '',
  );
  return Number(cents === null ? whole : `${whole}.${cents[1] ?? '0'}`);
}

function codeOf(sign: string): string {
  return SIGNS[sign] ?? (sign === 'rur' ? 'RUB' : sign.toUpperCase());
}

/** Sums of money with their currency, first to last. A number without a currency beside it is none. */
export function findAmounts(
  normal: NormalText,
  lexicon: CompiledLexicon | null,
): Understanding['amounts'] {
  const { text } = normal;
  if (!/\d/u.test(text)) return [];
  const found: { start: number; end: number; value: number; currency: string }[] = [];
  const add = (start: number, end: number, written: string, currency: string): void => {
    if (!found.some((other) => start < other.end && other.start < end))
      found.push({ start, end, value: valueOf(written), currency });
  };
  for (const match of text.matchAll(BEFORE))
    add(match.index, match.index + match[0].length, match[2] ?? '', codeOf(match[1] ?? ''));
  for (const match of text.matchAll(AFTER))
    add(match.index, match.index + match[0].length, match[1] ?? '', codeOf(match[2] ?? ''));
  if (lexicon !== null) {
    const numbers = [...text.matchAll(BARE)];
    for (const { code, expression } of lexicon.currencies) {
      for (const word of findSpans(expression, text)) {
        const number = numbers.find((each) => {
          const gap = word.start - (each.index + each[0].length);
          return (
            gap >= 0 &&
            gap <= 2 &&
            /^[ -]*$/u.test(text.slice(each.index + each[0].length, word.start))
          );
        });
        if (number !== undefined) add(number.index, word.end, number[0], code);
      }
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, value, currency }) => ({
      value,
      currency,
      ...originalSpan(normal, start, end),
    }));
}
