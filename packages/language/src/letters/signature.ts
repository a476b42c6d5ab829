import type { LetterLine } from './letter-lines.ts';
import { MAIL_LANGUAGES } from './mail-words/mail-languages.ts';
import { wordPattern } from './word-pattern.ts';

const CLOSING = new RegExp(
  `^\\s{0,4}${wordPattern(MAIL_LANGUAGES.map(({ closing }) => closing))}[\\s,.!，、。]{0,4}(?<rest>.{0,40})$`,
  'iu',
);
const PHONES = wordPattern(MAIL_LANGUAGES.map(({ phone }) => phone));
const PHONE = new RegExp(
  `^\\s{0,4}(?:[☎📞📱]\\s?)?(?:${PHONES}[.:：)]{0,3}\\s{0,3}\\(?\\+?[0-9٠-٩๐-๙]|\\+\\d|\\(?\\+?0\\d)[0-9٠-٩๐-๙ ().\\/-]{6,24}`,
  'iu',
);
const LINKED =
  /^\s{0,4}(?:\S{1,12}[:：]\s?)?(?:[^\s<>@]{1,64}@[^\s<>@]{2,64}|(?:https?:\/\/|www\.)\S{3,80})\s{0,4}$/iu;
/** In capitals as they are registered: "me", "ag" and "pt" are words as well. */
const COMPANY = new RegExp(wordPattern(MAIL_LANGUAGES.map(({ company }) => company)), 'u');
const DEVICES = wordPattern(
  MAIL_LANGUAGES.map(({ devices }) => devices),
  false,
);
const SENT_FROM = new RegExp(
  `^[\\s(]{0,4}(?:${wordPattern(MAIL_LANGUAGES.map(({ sentFrom }) => sentFrom))}[^\\n]{0,16}?${DEVICES}|${wordPattern(MAIL_LANGUAGES.map(({ sentAround }) => sentAround))})`,
  'iu',
);

/** A line of a signature is no longer, and a signature has no more of them. */
const LONGEST = 100;
const MOST_LINES = 14;
const DASHES = /^\s{0,2}--\s?$/u;
const SENTENCE_END = /[.!?…。！？]["')\]]*\s*$/u;
const POSTSCRIPT = /^\s*(?:p\.?\s?s\b|ps[:.]|з\.?ы|п\.?с\b)/iu;
/** A number that is no telephone: of an order, perhaps. */
const NUMBER = /\d{4}/u;

function words(line: string): number {
  return line.trim().split(/\s+/u).length;
}

/** Whether the line can only be of a signature: a telephone, an address of the network, a company as registered. */
function isContact({ text }: LetterLine): boolean {
  if (text.length > LONGEST) return false;
  return PHONE.test(text) || LINKED.test(text) || (COMPANY.test(text) && !/[!?]\s*$/u.test(text));
}

/** Whether it may be of one: a name, a title, a street. */
function mayBeOfSignature({ text }: LetterLine): boolean {
  return (
    text.length <= LONGEST &&
    words(text) <= 7 &&
    !SENTENCE_END.test(text) &&
    !POSTSCRIPT.test(text) &&
    !NUMBER.test(text)
  );
}

/** How many lines from here, below the dashes, are a signature; `stop` is where the next letter begins. 0 where they are a rule between paragraphs. */
export function dashedSignature(lines: readonly LetterLine[], at: number, stop: number): number {
  const dashes = lines[at];
  if (dashes === undefined || stop - at > MOST_LINES * 2 || !DASHES.test(dashes.text)) return 0;
  const below = lines.slice(at + 1, stop).filter((line) => !line.blank);
  if (below.length > MOST_LINES) return 0;
  const marked = dashes.text.endsWith(' ');
  const fits = below.every(
    (line) => isContact(line) || (marked ? line.text.length <= LONGEST : mayBeOfSignature(line)),
  );
  return fits ? stop - at : 0;
}

/** The lines below a closing formula that are not for the reader, `from` and `to` (exclusive); null where there are none. The name stays. */
export function signedLines(
  lines: readonly LetterLine[],
  at: number,
  stop: number,
): { readonly from: number; readonly to: number } | null {
  const closing = CLOSING.exec(lines[at]?.text ?? '');
  if (closing === null) return null;
  let from = -1;
  let to = -1;
  let seen = (closing.groups?.['rest'] ?? '').trim() === '' ? 0 : 1;
  for (let next = at + 1; next < stop && next <= at + MOST_LINES; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    if (line.blank) continue;
    const contact = isContact(line);
    if (!contact && !mayBeOfSignature(line)) break;
    seen += 1;
    if (from === -1 && (contact || seen > 1)) from = next;
    if (contact) to = next + 1;
  }
  return to === -1 ? null : { from, to };
}

/** A longer one is a sentence about a device. */
const LONGEST_NOTE = 70;

/** Where in the line the note of a device or a program begins ("Sent from my iPhone"), which it ends; -1 where there is none. */
export function deviceNote(line: string): number {
  const text = line.trimEnd();
  const from = Math.max(0, text.length - LONGEST_NOTE);
  const tail = text.slice(from);
  if (from === 0 && SENT_FROM.test(tail)) return 0;
  for (const match of tail.matchAll(/[.!?…。！？)\d]\s{1,3}|\s{2,}/gu)) {
    const start = match.index + match[0].length;
    if (SENT_FROM.test(tail.slice(start))) return from + start;
  }
  return -1;
}
