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
    .map((span) => originalSpan(normal, span.start, span.end));
}
