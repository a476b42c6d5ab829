import { disclaimerStart } from './disclaimer.ts';
import { headAt, headInside, titleIn } from './letter-head.ts';
import type { LetterLine } from './letter-lines.ts';
import { letterLines } from './letter-lines.ts';
import { headerInside, mayBeBroken, readQuoteHeader } from './quote-header.ts';
import { quotedDepth, quotedLines } from './quoted-lines.ts';
import { dashedSignature, deviceNote, signedLines } from './signature.ts';

/** A stretch of a letter that its sender did not write for the reader. */
export interface OthersWords {
  readonly start: number;
  readonly end: number;
  /** What the sender answers: the other side's words. Else nobody's: heads, signatures, disclaimers, older letters. */
  readonly answered: boolean;
}

const NONE: readonly OthersWords[] = [];
/** So few letters beside a letter that is passed on only say that it is ("for your information"). */
const PASSED_ON = 15;
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const LETTER = /\p{L}/gu;

/** Where a letter of somebody else begins among the lines. */
interface Start {
  readonly start: number;
  readonly body: number;
  /** The line that is read next. */
  readonly next: number;
  /** It goes to the end; else what is marked with `>` alone is quoted. */
  readonly toEnd: boolean;
  readonly forwarded: boolean;
}

function nextNotBlank(lines: readonly LetterLine[], at: number): LetterLine | undefined {
  let next = at;
  while (lines[next]?.blank === true) next += 1;
  return lines[next];
}

function startAt(lines: readonly LetterLine[], at: number): Start | null {
  const line = lines[at];
  if (line === undefined || line.blank) return null;
  const title = titleIn(line);
  if (title !== null) {
    const head = headAt(lines, at + 1);
    const body = head === 0 ? title.body : (lines[at + head]?.end ?? title.body);
    return { ...title, body, next: at + 1 + head, toEnd: true };
  }
  const head = headAt(lines, at);
  if (head > 0) {
    const body = lines[at + head - 1]?.end ?? line.end;
    return { start: line.start, body, next: at + head, toEnd: true, forwarded: false };
  }
  const headInLine = headInside(line);
  if (headInLine !== null) return { ...headInLine, next: at + 1, toEnd: true };
  return headerAt(lines, at, line);
}

function headerAt(lines: readonly LetterLine[], at: number, line: LetterLine): Start | null {
  const apart = at === 0 || lines[at - 1]?.blank === true;
  let joined = '';
  for (let more = 0; more < 3; more += 1) {
    const last = lines[at + more];
    if (last === undefined || last.blank) break;
    joined = more === 0 ? last.text : `${joined} ${last.text}`;
    if (more > 0 && !mayBeBroken(line.text, last.text)) continue;
    const certainty = readQuoteHeader(joined, apart);
    if (certainty === null) continue;
    const marked = quotedDepth(nextNotBlank(lines, at + more + 1)?.text ?? '') > 0;
    if (certainty === 'before a quote' && !marked) continue;
    const next = at + more + 1;
    return { start: line.start, body: last.end, next, toEnd: !marked, forwarded: false };
  }
  const inside = headerInside(line.text);
  if (inside === null) return null;
  const start = line.start + inside.start;
  const body = line.start + inside.body;
  return { start, body, next: at + 1, toEnd: !inside.marked, forwarded: false };
}

function mayHold(text: string): boolean {
  return text.includes('\n') || text.includes('>') || text.includes('--') || text.includes('@');
}

/**
 * What in a letter is not its sender's: quoted and forwarded letters, what a device adds, the lines below a signature, legal disclaimers.
 * None where no word of their own would be left, or hardly one beside a letter that is passed on: that was sent to be read.
 */
export function findOthersWords(text: string): readonly OthersWords[] {
  const found: OthersWords[] = [];
  let own = '';
  let forwarded = false;
  const add = (start: number, end: number, answered: boolean): void => {
    if (end > start) found.push({ start, end, answered });
  };
  if (!mayHold(text)) {
    const note = deviceNote(text);
    if (note > 0) add(note, text.length, false);
  } else {
    forwarded = readLines(letterLines(text), add);
  }
  const disclaimer = disclaimerStart(text);
  if (disclaimer !== -1 && !found.some((each) => each.start <= disclaimer && each.end > disclaimer))
    add(disclaimer, text.length, false);
  if (found.length === 0) return NONE;
  let at = 0;
  found.sort((a, b) => a.start - b.start);
  for (const { start, end } of found) {
    if (start > at) own += text.slice(at, start);
    at = Math.max(at, end);
  }
  own += text.slice(at);
  if (!SAYS.test(own)) return NONE;
  return forwarded && (own.match(LETTER)?.length ?? 0) < PASSED_ON ? NONE : found;
}

/** Whether a letter is passed on among them. */
function readLines(
  lines: readonly LetterLine[],
  add: (start: number, end: number, answered: boolean) => void,
): boolean {
  const starts = lines.map((_, at) => startAt(lines, at));
  const foreign = (at: number): boolean =>
    (starts[at] ?? null) !== null || quotedDepth(lines[at]?.text ?? '') > 0;
  let forwarded = false;
  let letters = 0;
  let headed = false;
  let stop = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.blank) continue;
    const start = starts[at] ?? null;
    if (start !== null) {
      add(start.start, start.body, false);
      if (start.toEnd) letters += 1;
      forwarded ||= start.forwarded;
      const rest = lines[start.next - 1]?.end ?? line.end;
      add(start.body, rest, letters <= 1 && !start.forwarded);
      at = start.next - 1;
      headed = true;
      continue;
    }
    const depth = quotedDepth(line.text);
    if (letters > 0) {
      add(line.start, line.end, letters === 1 && depth === 0);
      continue;
    }
    if (depth > 0) {
      const block = quotedLines(lines, at, headed);
      for (const each of lines.slice(at, block.end))
        if (block.quoted) add(each.start, each.end, quotedDepth(each.text) === 1);
      at = block.end - 1;
      continue;
    }
    headed = false;
    if (stop <= at) {
      stop = at + 1;
      while (stop < lines.length && !foreign(stop)) stop += 1;
    }
    const dashed = dashedSignature(lines, at, stop);
    if (dashed > 0) {
      add(line.start, lines[at + dashed - 1]?.end ?? line.end, false);
      at += dashed - 1;
      continue;
    }
    const signed = signedLines(lines, at, stop);
    if (signed !== null) {
      for (const each of lines.slice(signed.from, signed.to)) add(each.start, each.end, false);
      at = signed.to - 1;
      continue;
    }
    const note = deviceNote(line.text);
    if (note !== -1) add(line.start + note, line.end, false);
  }
  return forwarded;
}
