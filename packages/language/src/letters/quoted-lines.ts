import type { LetterLine } from './letter-lines.ts';

const MARKS = /^\s{0,8}((?:>\s?){1,12})/u;
/** A bar marks a quote as well, where the line is no row of a table. */
const BAR = /^\s{0,8}\|\s?[^|]*$/u;
/** "> 3 hours of waiting" is a comparison, ">>> never again <<<" an ornament. */
const COMPARISON = /^\s{0,8}>\s?\d/u;
const ORNAMENT = /<\s*$/u;
/** A line of a list is no longer. */
const ITEM = 60;
const SENTENCE_END = /[.!?…。]\s*$/u;

/** How often the line is quoted; 0 where it is not. */
export function quotedDepth(line: string): number {
  const marks = MARKS.exec(line)?.[1];
  if (marks !== undefined) return marks.replace(/\s/gu, '').length;
  return BAR.test(line) ? 1 : 0;
}

/** The marked lines from here to `end` (exclusive), and whether they quote: a list under "My complaints:" or a lone comparison does not, unless a header stands above (`headed`). */
export function quotedLines(
  lines: readonly LetterLine[],
  at: number,
  headed: boolean,
): { readonly end: number; readonly quoted: boolean } {
  let end = at;
  while (end < lines.length && quotedDepth(lines[end]?.text ?? '') > 0) end += 1;
  const block = lines.slice(at, end).map(({ text }) => text);
  const barred = block.every((line) => !MARKS.test(line));
  const lone = block.every((line) => COMPARISON.test(line) || ORNAMENT.test(line));
  const before = lines[at - 1]?.text.trimEnd() ?? '';
  const listed =
    /[:：]$/u.test(before) &&
    block.length > 1 &&
    block.every((line) => line.length <= ITEM && !SENTENCE_END.test(line));
  return { end, quoted: headed || !(lone || listed || (barred && block.length < 2)) };
}
