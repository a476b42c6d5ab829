/** A stretch of the normalised text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every place in `text` where the expression matches, first to last. */
export function findSpans(expression: RegExp | null, text: string): Span[] {
  if (expression === null) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] !== '') spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
