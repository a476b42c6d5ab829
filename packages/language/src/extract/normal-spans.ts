import type { NormalText } from '../normalise.ts';
import type { Span } from '../span.ts';

/** Where the matches in the original stand in the normalised text, first to last; for what only capitals tell. */
export function normalSpans(normal: NormalText, expression: RegExp): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of normal.original.matchAll(expression)) {
    const to = match.index + match[0].length;
    while (at < normal.text.length && (normal.starts[at] ?? 0) < match.index) at += 1;
    const start = at;
    while (at < normal.text.length && (normal.ends[at] ?? 0) <= to) at += 1;
    if (at > start) spans.push({ start, end: at });
  }
  return spans;
}
