import { MAIL_LANGUAGES } from './mail-words/mail-languages.ts';
import { createPhraseFinder } from './phrase-finder.ts';

const findTelling = createPhraseFinder(MAIL_LANGUAGES.map(({ disclaimer }) => disclaimer));
/** A text that is shorter has no room for words of its own and a disclaimer. */
const SHORTEST = 80;
/** Farther from the start of its paragraph a disclaimer does not get to the point. */
const REACH = 240;
const SENTENCE_ENDS = /[.!?…。！？]["')\]]*\s+|\n/gu;

/** Where the legal disclaimer below a letter begins, of which all that follows is part; -1 where there is none. */
export function disclaimerStart(text: string): number {
  if (text.length < SHORTEST) return -1;
  const telling = findTelling(text);
  if (telling === -1) return -1;
  const before = text.slice(0, telling);
  const paragraph = Math.max(
    ...[...before.matchAll(/\n\s*\n/gu)].map((gap) => gap.index + gap[0].length),
    0,
  );
  if (paragraph > 0 && telling - paragraph <= REACH) return paragraph;
  // pasted behind the customer's own words
  let sentence = paragraph;
  for (const end of before.slice(paragraph).matchAll(SENTENCE_ENDS))
    sentence = paragraph + end.index + end[0].length;
  return sentence;
}
