import type { Notation, PatternContext } from './pattern.ts';
import { guard, patternSource } from './pattern.ts';
import { isLetter, isWord } from './word-characters.ts';

/** No match. */
export const NONE = -1;

const LONGEST_ENDING = 14;

/** One pattern, tried at one place of a text. */
export interface SinglePattern {
  /** The end of the match that starts at `at`, `NONE` where there is none. Its starting letters have been found there. */
  readonly endAt: (text: string, at: number) => number;
}

function plainWord(word: string): boolean {
  if (word === '') return false;
  for (let at = 0; at < word.length; at += 1) if (!isWord(word.charCodeAt(at))) return false;
  return true;
}

/** Any ending of letters up to the end of the word. */
function endOfStem(text: string, from: number): number {
  let end = from;
  while (end - from < LONGEST_ENDING && isLetter(text.charCodeAt(end))) end += 1;
  return isWord(text.charCodeAt(end)) ? NONE : end;
}

/** `pattern` as texts are written after normalisation. Single words and stems are read by hand; the rest becomes a regular expression when it is first tried, so that a language need not be compiled as a whole. */
export function singlePattern(
  pattern: string,
  context: PatternContext,
  notation: Notation,
): SinglePattern {
  const source = pattern.trim();
  // a Latin word in a text without spaces has boundaries of its own
  if (plainWord(source) && (context.spaced || !/^[a-z]/u.test(source)))
    return { endAt: (_, at) => at + source.length };
  const stem = source.slice(0, -1);
  if (context.spaced && source.endsWith('*') && plainWord(stem))
    return { endAt: (text, at) => endOfStem(text, at + stem.length) };
  let expression: RegExp | null = null;
  return {
    endAt: (text, at) => {
      expression ??= new RegExp(
        guard(pattern, context) + patternSource(pattern, context, notation),
        'uy',
      );
      expression.lastIndex = at;
      return expression.test(text) ? expression.lastIndex : NONE;
    },
  };
}
