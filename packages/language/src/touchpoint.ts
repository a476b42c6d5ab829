import type { CompiledLexicon } from './compiled-lexicon.ts';
import { findSpans } from './span.ts';

/** The touchpoint named most often, the first named on a tie; null where none is. */
export function findTouchpoint(text: string, lexicon: CompiledLexicon): string | null {
  let best: { id: string; hits: number; at: number } | null = null;
  for (const { id, expression } of lexicon.touchpoints) {
    const spans = findSpans(expression, text);
    const at = spans[0]?.start;
    if (at === undefined) continue;
    if (best === null || spans.length > best.hits || (spans.length === best.hits && at < best.at))
      best = { id, hits: spans.length, at };
  }
  return best?.id ?? null;
}
