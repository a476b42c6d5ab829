import type { Evidence } from '@redress/contracts';
import type { NormalText } from './normalise.ts';
import { originalSpan } from './normalise.ts';
import type { Span } from './span.ts';

/** The customer's own words behind the spans, in text order, without repeats. */
export function quote(normal: NormalText, spans: readonly Span[]): Evidence[] {
  const seen = new Set<string>();
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      const key = `${String(span.start)}:${String(span.end)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((span) => {
      const { start, end } = withoutBlanks(normal.text, span);
      return originalSpan(normal, start, end);
    });
}

/** A sentence begins and ends with blanks, and a blank can stand for somebody else's words. */
function withoutBlanks(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}
