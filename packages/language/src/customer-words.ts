import type { Turn } from '@redress/contracts';
import { plainText } from '@redress/contracts';
import type { OthersWords } from './letters/others-words.ts';
import { findOthersWords } from './letters/others-words.ts';

/** The plain text, and which stretches of it the company's people spoke. What is left out is blanked, so that offsets are those of the original. */
export interface Speech {
  /** All that either side said: without heads of letters, signatures and disclaimers. */
  readonly full: string;
  /** What the customer said. */
  readonly customer: string;
  /** What the company's people said, also in a letter that the customer answers. */
  readonly agent: string;
}

/**
 * So many characters of a text are read for meaning; what follows is kept, but not understood. A complaint says what it is about long before,
 * and the rest of the line must not wait for seconds while one text is read.
 */
const READ_CHARACTERS = 12_000;

const BRACKETED = /\[[^\][\n:：]{1,60}[:：][^\][]{0,4000}\]/gu;

function blank(text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n');
}

/** The text where `others` are, blank elsewhere; or the reverse. */
function blankIn(text: string, others: readonly OthersWords[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of others) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    // a sentence ends where somebody else begins
    kept += `${text.slice(at, from)}\n${blank(text.slice(from + 1, end))}`;
    at = end;
  }
  return kept + text.slice(at);
}

function onlyIn(text: string, others: readonly OthersWords[]): string {
  let kept = '';
  for (const { start, end } of others)
    kept += blank(text.slice(kept.length, start)) + text.slice(Math.max(start, kept.length), end);
  return kept + blank(text.slice(kept.length));
}

/** Who said what in a text without turns: by `[Speaker: …]` in it, and by the marks of mail programs. */
function separateText(full: string): Speech {
  const customer = full.replace(BRACKETED, (note) => blank(note));
  let agent = '';
  let at = 0;
  for (const match of full.matchAll(BRACKETED)) {
    const colon = match[0].search(/[:：]/u) + 1;
    agent += blank(full.slice(at, match.index + colon)) + match[0].slice(colon, -1) + ' ';
    at = match.index + match[0].length;
  }
  const noted = { full, customer, agent: agent + blank(full.slice(at)) };
  const others = findOthersWords(customer);
  if (others.length === 0) return noted;
  const answered = others.filter((each) => each.answered);
  return {
    full: blankIn(
      full,
      others.filter((each) => !each.answered),
    ),
    customer: blankIn(customer, others).trimEnd(),
    agent: agent.trim() === '' ? onlyIn(full, answered) : noted.agent,
  };
}

/** A turn may be a letter as well, with a signature and the letters before it. */
function ownWords(text: string): string {
  const others = findOthersWords(firstCharacters(text));
  return others.length === 0 ? text : blankIn(text, others);
}

/** Tells the customer's words from the agents': by turns, else by the marks in the text. */
export function separateSpeech(input: {
  text?: string | undefined;
  turns?: readonly Turn[] | undefined;
}): Speech {
  const turns = input.turns ?? [];
  if (turns.length === 0) return separateText(firstCharacters(plainText({ text: input.text })));
  const full = firstCharacters(plainText({ turns: [...turns] }));
  const say = (who: Turn['who']): string =>
    firstCharacters(
      turns.map((turn) => (turn.who === who ? ownWords(turn.text) : blank(turn.text))).join('\n'),
    );
  return { full, customer: say('customer'), agent: say('agent') };
}

/** Never half of a surrogate pair. */
function firstCharacters(text: string): string {
  if (text.length <= READ_CHARACTERS) return text;
  const cut = text.slice(0, READ_CHARACTERS);
  return /[\ud800-\udbff]$/u.test(cut) ? cut.slice(0, -1) : cut;
}
