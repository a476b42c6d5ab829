import type { Turn } from '@redress/contracts';
import { plainText } from '@redress/contracts';

/** The plain text, and which stretches of it the company's people spoke. Both strings keep the length of the original, so offsets agree. */
export interface Speech {
  readonly full: string;
  /** The full text with the agents' words blanked. */
  readonly customer: string;
  /** The full text with the customer's words blanked. */
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

/** Tells the customer's words from the agents': by turns, else by `[Speaker: …]` in the text. */
export function separateSpeech(input: {
  text?: string | undefined;
  turns?: readonly Turn[] | undefined;
}): Speech {
  const turns = input.turns ?? [];
  const full = firstCharacters(plainText({ text: input.text, turns: [...turns] }));
  if (turns.length > 0) {
    const say = (who: Turn['who']): string =>
      firstCharacters(
        turns.map((turn) => (turn.who === who ? turn.text : blank(turn.text))).join('\n'),
      );
    return { full, customer: say('customer'), agent: say('agent') };
  }
  const customer = full.replace(BRACKETED, (note) => blank(note));
  let agent = '';
  let at = 0;
  for (const match of full.matchAll(BRACKETED)) {
    const colon = match[0].search(/[:：]/u) + 1;
    agent += blank(full.slice(at, match.index + colon)) + match[0].slice(colon, -1) + ' ';
    at = match.index + match[0].length;
  }
  return { full, customer, agent: agent + blank(full.slice(at)) };
}

/** Never half of a surrogate pair. */
function firstCharacters(text: string): string {
  if (text.length <= READ_CHARACTERS) return text;
  const cut = text.slice(0, READ_CHARACTERS);
  return /[\ud800-\udbff]$/u.test(cut) ? cut.slice(0, -1) : cut;
}
