import { plainText } from '@redress/contracts';
import type { Touch } from '@redress/domain';
import { say, theirs } from './letter.ts';
import type { Line } from './letter.ts';
import type { Words } from '../words/words.ts';
import { shorten } from '../text/shorten.ts';

/** Longest text of one touch in a mail, in characters; the task page has all of it. */
const LONGEST = 1500;
const MOST_LINES = 40;

/** A touch's text line by line; in a conversation our own turns are marked, so that nobody takes them for the customer's. */
export function wordsOfTouch(touch: Touch, words: Words): readonly Line[] {
  const { scored } = touch;
  const language = languageOf(touch);
  const said =
    scored.turns !== undefined && scored.turns.length > 0
      ? scored.turns.flatMap((turn) =>
          turn.text
            .split(/[\r\n\u2028\u2029]+/u)
            .map((text) => ({ text, ours: turn.who === 'agent' })),
        )
      : plainText(scored)
          .split(/[\r\n\u2028\u2029]+/u)
          .map((text) => ({ text, ours: false }));
  const lines: Line[] = [];
  let left = LONGEST;
  for (const { text, ours } of said.filter((line) => line.text.trim() !== '')) {
    if (left <= 0 || lines.length === MOST_LINES) {
      lines.push([say('…')]);
      break;
    }
    const line = shorten(text, Math.max(2, left));
    left -= Array.from(line).length;
    lines.push(ours ? [say(`${words.we}: `), theirs(line, language)] : [theirs(line, language)]);
  }
  return lines;
}

/** The customer's own words of a touch in one short line; empty where they said nothing in words. */
export function snippetOf(touch: Touch, characters: number): string {
  const turns = touch.scored.turns
    ?.filter((turn) => turn.who === 'customer')
    .map((turn) => turn.text);
  return shorten(
    turns !== undefined && turns.length > 0 ? turns.join(' ') : plainText(touch.scored),
    characters,
  );
}

/** Language tag of a touch for the `lang` attribute, or null where it cannot be told. */
export function languageOf(touch: Touch): string | null {
  const { language } = touch.scored.understanding;
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/iu.test(language) && language !== 'und' ? language : null;
}
