import type { ReferenceKind } from '@redress/contracts';
import type { NormalText } from '../normalise.ts';

/** A reference that its form alone tells. */
export interface FormedReference {
  readonly kind: ReferenceKind;
  readonly start: number;
  readonly end: number;
}

const EDGE = '(?<![\\p{L}\\d]|[\\d][-.])';
const END = '(?![\\p{L}\\d]|[-.]\\d)';
const IBAN = new RegExp(
  `(?<![a-z\\d])[a-z]{2}\\d{2}(?: ?[a-z\\d]{4}){2,7}(?: ?[a-z\\d]{1,3})?(?![a-z\\d])`,
  'gu',
);
const NATIONAL = new RegExp(`${EDGE}\\d{2}(?: ?\\d{4}){6}${END}`, 'gu');
const POSTAL = new RegExp(
  `(?<![a-z\\d])[a-z]{2} ?\\d{3} ?\\d{3} ?\\d{3} ?[a-z]{2}(?![a-z\\d])`,
  'gu',
);
const PARCEL = /(?<![a-z\d])1z[a-z\d]{16}(?![a-z\d])/gu;
const SHOP_ORDER = new RegExp(`${EDGE}\\d{3}-\\d{7}-\\d{7}${END}`, 'gu');
const SHORTEST_IBAN = 15;
const LONGEST_IBAN = 34;
const PREFIXED: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/^(?:inv|fv|fvat|fs|fp)[-/_]?(?:[a-z]{0,3}[-/_])?\d[\d/_-]{2,}[a-z\d/_-]*$/u, 'invoice'],
  [/^(?:ord|order|po|zam|so)[-_]?\d{4,}[\d-]*$/u, 'order'],
  [/^(?:inc|req|cas|case|tkt|ticket|sr|ritm)[-_]?\d{4,}[\d-]*$/u, 'case'],
];

/** ISO 13616: the first four characters moved to the end, letters as 10 to 35, the rest by 97 is 1. */
function checksOut(iban: string): boolean {
  if (iban.length < SHORTEST_IBAN || iban.length > LONGEST_IBAN) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** "PL61 1090 … 2874 and": the longest beginning, group by group, whose check digits are right. */
function ibanEnd(written: string): number | null {
  for (let end = written.length; end >= SHORTEST_IBAN; end -= 1) {
    if (end < written.length && written[end] !== ' ') continue;
    if (checksOut(written.slice(0, end).replaceAll(' ', ''))) return end;
  }
  return null;
}

/** Parcels, accounts and orders that need no word beside them: postal and UPS tracking numbers, IBANs with right check digits, Polish account numbers. */
export function formedReferences(normal: NormalText): FormedReference[] {
  const { text, original, starts, ends } = normal;
  const found: FormedReference[] = [];
  const add = (kind: ReferenceKind, start: number, end: number): void => {
    found.push({ kind, start, end });
  };
  for (const match of text.matchAll(IBAN)) {
    const end = ibanEnd(match[0]);
    if (end !== null) add('account', match.index, match.index + end);
  }
  for (const match of text.matchAll(NATIONAL))
    if (checksOut(`pl${match[0].replaceAll(' ', '')}`))
      add('account', match.index, match.index + match[0].length);
  for (const match of text.matchAll(POSTAL)) {
    const end = match.index + match[0].length;
    // "to 123 456 789 is" is a phone between two words
    const written = original.slice(starts[match.index], ends[end - 1]);
    if (/^\p{Lu}{2}.*\p{Lu}{2}$/u.test(written) || !match[0].includes(' '))
      add('parcel', match.index, end);
  }
  for (const match of text.matchAll(PARCEL)) add('parcel', match.index, match.index + 18);
  for (const match of text.matchAll(SHOP_ORDER))
    add('order', match.index, match.index + match[0].length);
  return found;
}

/** The kind that the letters at the start of a number tell: "INV-2044", "FV/12/03/2026". */
export function kindByPrefix(token: string): ReferenceKind | null {
  return PREFIXED.find(([form]) => form.test(token))?.[1] ?? null;
}

const CARD_DIGITS = 16;

/** A payment card's number is nobody's reference. */
export function isCard(digits: string): boolean {
  if (digits.length !== CARD_DIGITS || !/^[2-6]\d+$/u.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < CARD_DIGITS; at += 1) {
    const value = Number(digits[at]) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
