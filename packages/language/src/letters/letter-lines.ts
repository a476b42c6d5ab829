/** A line of a letter; offsets are those of the text, the line break is not part of it. */
export interface LetterLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blank: boolean;
}

/** The lines of the text, whichever way they are broken. */
export function letterLines(text: string): LetterLine[] {
  const lines: LetterLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const stop = found === -1 ? text.length : found;
    const end = stop > start && text.charCodeAt(stop - 1) === 0x0d ? stop - 1 : stop;
    const line = text.slice(start, end);
    lines.push({ start, end, text: line, blank: line.trim() === '' });
    start = stop + 1;
  }
  return lines;
}
