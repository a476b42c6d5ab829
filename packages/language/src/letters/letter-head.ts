import type { LetterLine } from './letter-lines.ts';
import { MAIL_LANGUAGES } from './mail-words/mail-languages.ts';
import { wordPattern } from './word-pattern.ts';

const ORIGINAL = wordPattern(MAIL_LANGUAGES.map(({ original }) => original));
const FORWARDED = wordPattern(MAIL_LANGUAGES.map(({ forwarded }) => forwarded));
const RULED = new RegExp(
  `(?<![-–—_=*])[-–—_=*]{2,80}\\s{0,3}(?:${ORIGINAL}|(${FORWARDED}))\\s{0,3}:?\\s{0,3}[-–—_=*]{2,60}`,
  'iu',
);
const ALONE = new RegExp(
  `^[\\s*_]{0,6}(?:${ORIGINAL}|(${FORWARDED}))\\s{0,2}[:：]?[\\s*_]{0,6}$`,
  'iu',
);
const RULE = /^\s{0,4}[-_=]{8,}\s{0,4}$/u;

const field = (name: 'from' | 'sent' | 'to' | 'subject'): string =>
  `(${wordPattern(MAIL_LANGUAGES.map((each) => each[name]))})`;
const FIELDS = `(?:${field('from')}|${field('sent')}|${field('to')}|${field('subject')})`;
const FIELD = new RegExp(`^\\s{0,4}\\*{0,2}${FIELDS}\\*{0,2}\\s{0,2}[:：]`, 'iu');
const FIELD_INSIDE = new RegExp(`${FIELDS}\\*{0,2}\\s?[:：]\\s?\\S`, 'giu');
/** A field's name is no longer. */
const LONGEST_FIELD = 24;
/** Lines of one head. */
const MOST_FIELDS = 12;
/** Characters from one field to the next where all stand in one line. */
const REACH = 160;
const TIME = /\d{1,2}[:.]\d{2}(?!\d)/u;

/** Where another letter begins: `body` is where its own words do. */
export interface LetterStart {
  readonly start: number;
  readonly body: number;
  readonly forwarded: boolean;
}

/** A title in a line, as "-----Original Message-----". */
export function titleIn(line: LetterLine): LetterStart | null {
  const ruled =
    line.text.includes('--') || /[_=*–—]{2}/u.test(line.text) ? RULED.exec(line.text) : null;
  const found = ruled ?? (line.text.length <= 60 ? ALONE.exec(line.text) : null);
  if (found === null) return null;
  const start = line.start + found.index;
  return { start, body: start + found[0].length, forwarded: found[1] !== undefined };
}

/** Which of the fields it is: each is a group of the expression. */
function kindOf(found: RegExpExecArray): number {
  return [1, 2, 3, 4].findIndex((group) => found[group] !== undefined);
}

function fieldOf(line: LetterLine | undefined): number {
  if (line === undefined) return -1;
  const colon = line.text.slice(0, LONGEST_FIELD + 6).search(/[:：]/u);
  const found = colon === -1 ? null : FIELD.exec(line.text.slice(0, colon + 1));
  return found === null ? -1 : kindOf(found);
}

const FROM = 0;
const SENT = 1;
const SUBJECT = 3;

/** How many lines from here are the head of a letter: who wrote, when, to whom, about what. A list of a journey ("From: … To: …") is none. */
export function headAt(lines: readonly LetterLine[], at: number): number {
  const first = at + (RULE.test(lines[at]?.text ?? '') ? 1 : 0);
  const fields = new Set<number>();
  let next = first;
  while (next - first < MOST_FIELDS) {
    const kind = fieldOf(lines[next]);
    if (kind === -1) break;
    fields.add(kind);
    next += 1;
  }
  if (next - first < 2 || fields.size < 2) return 0;
  const words = lines.slice(first, next).map((line) => line.text);
  const told =
    words.some((line) => line.includes('@')) ||
    (fields.has(FROM) && fields.has(SUBJECT)) ||
    (fields.has(SENT) && fields.has(SUBJECT)) ||
    (fields.has(FROM) && fields.has(SENT) && words.some((line) => TIME.test(line)));
  return told ? next - at : 0;
}

/** The same pasted into one line; only with an address. */
export function headInside(line: LetterLine): LetterStart | null {
  if (!line.text.includes('@')) return null;
  let start = -1;
  let last = 0;
  let kinds = new Set<number>();
  for (const match of line.text.matchAll(FIELD_INSIDE)) {
    const kind = kindOf(match);
    if (kind === FROM || match.index - last > REACH) {
      start = kind === FROM ? match.index : -1;
      kinds = new Set();
    }
    kinds.add(kind);
    last = match.index;
    if (start === -1 || kind !== SUBJECT || kinds.size < 3) continue;
    if (!line.text.slice(start, last).includes('@')) continue;
    return { start: line.start + start, body: line.start + last, forwarded: false };
  }
  return null;
}
