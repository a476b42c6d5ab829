import { MAIL_LANGUAGES } from './mail-words/mail-languages.ts';
import { wordPattern } from './word-pattern.ts';

/** A longer line is no header. */
const LONGEST = 250;
const SHORTEST = 8;
/** Colons of one line that are looked at: a line made of them must not cost more than its length. */
const MOST_COLONS = 30;

const FIGURE = '[0-9٠-٩๐-๙०-९]';
const MONTH = '[^\\s\\d,:<>@]{3,14}';
const DATE = new RegExp(
  [
    `${FIGURE}{1,2}\\.?\\s{1,2}(?:de\\s)?${MONTH}\\s(?:de\\s|del\\s)?${FIGURE}{4}`,
    `${MONTH}\\s${FIGURE}{1,2},\\s?${FIGURE}{4}`,
    `${FIGURE}{1,2}[./-]${FIGURE}{1,2}[./-]${FIGURE}{2,4}`,
    `${FIGURE}{4}\\s?[-./年]\\s?${FIGURE}{1,2}\\s?[-./月]\\s?${FIGURE}{1,2}`,
  ].join('|'),
  'gu',
);
const TIME = new RegExp(`(?<![\\d.])${FIGURE}{1,2}[:.h時点]${FIGURE}{2}(?![\\d.])`, 'u');
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{2,64}/u;
const ENDS = /[:：]$/u;

const WROTE = new RegExp(wordPattern(MAIL_LANGUAGES.map(({ wrote }) => wrote)), 'iu');
const WROTE_ALONE = new RegExp(
  `^[^\\S\\n]*${wordPattern(MAIL_LANGUAGES.map(({ wrote }) => wrote))}\\s?[:：]`,
  'iu',
);
const NOT_WROTE = new RegExp(wordPattern(MAIL_LANGUAGES.map(({ notWrote }) => notWrote)), 'iu');
const OPENS = MAIL_LANGUAGES.map(({ opens }) => opens);
const OPENS_LINE = new RegExp(`^\\s{0,4}${wordPattern(OPENS)}`, 'u');
/** The word of opening before a day, with the day of the week between: the last such. */
const OPENS_BEFORE = new RegExp(`${wordPattern(OPENS)}\\s?(?:[^\\s\\d]{1,12}\\s?){0,2}$`, 'u');
const WEEKDAY_BEFORE = /(?<=^|\s)[^\s\d]{1,12}[.,،]{1,2}\s?$/u;
/** A name, or a form of the verb that no person writes. */
const NAMED = /\p{Lu}\S*\s{1,2}\S{3,14}(?:\s\S{3,14})?\s?[:：]$|\(-?[аaл]{1,2}\)/u;

/** `certain`, or only `before a quote`: what a person may also write. */
export type HeaderCertainty = 'certain' | 'before a quote' | null;

function holdsDate(text: string): boolean {
  DATE.lastIndex = 0;
  return DATE.test(text);
}

/** Whether the line says who wrote what is quoted below it, and when. `apart`: nothing stands directly above it. */
export function readQuoteHeader(line: string, apart: boolean): HeaderCertainty {
  const text = line.trim();
  if (text.length < SHORTEST || text.length > LONGEST || !ENDS.test(text)) return null;
  if (NOT_WROTE.test(text)) return null;
  const dated = holdsDate(text);
  const addressed = ADDRESS.test(text);
  const wrote = WROTE.test(text);
  if (addressed && (dated || wrote)) return 'certain';
  if (!wrote) return null;
  if (dated && (TIME.test(text) || (apart && NAMED.test(text)))) return 'certain';
  return dated || OPENS_LINE.test(text) || /\(-?[аaл]{1,2}\)/u.test(text) ? 'before a quote' : null;
}

/** Whether a line may be the first of a header that a mail program has broken, and the other its end. */
export function mayBeBroken(first: string, last: string): boolean {
  return (
    first.length <= LONGEST &&
    ENDS.test(last.trimEnd()) &&
    (holdsDate(first) || ADDRESS.test(first)) &&
    (WROTE_ALONE.test(last) || ADDRESS.test(last))
  );
}

/** A header within a line, `body` where the quote begins. */
export interface HeaderInside {
  readonly start: number;
  readonly body: number;
  /** A `>` follows: only this line is a quote. */
  readonly marked: boolean;
}

/** Where a letter was pasted into one line: the header in its middle, only where an address stands in it or a `>` follows. */
export function headerInside(line: string): HeaderInside | null {
  let colons = 0;
  for (const { index } of line.matchAll(/[:：]/gu)) {
    const body = index + 1;
    const marked = /^\s{0,2}>/u.test(line.slice(body, body + 4));
    if (!marked && !/^\s\S/u.test(line.slice(body, body + 2))) continue;
    colons += 1;
    if (colons > MOST_COLONS) return null;
    const from = Math.max(0, index - LONGEST + 50);
    const before = line.slice(from, body);
    const start = startWithin(before);
    if (start === -1 || !WROTE.test(before.slice(start))) continue;
    const header = before.slice(start);
    const certain = readQuoteHeader(header, false) === 'certain';
    if (certain && (marked || (ADDRESS.test(header) && holdsDate(header))))
      return { start: from + start, body, marked };
  }
  return null;
}

function startWithin(before: string): number {
  let day = -1;
  for (const match of before.matchAll(DATE)) day = match.index;
  if (day === -1) return -1;
  const lead = before.slice(Math.max(0, day - 40), day);
  const found = OPENS_BEFORE.exec(lead) ?? WEEKDAY_BEFORE.exec(lead);
  return found === null ? day : day - lead.length + found.index;
}
