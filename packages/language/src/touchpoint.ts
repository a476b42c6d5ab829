import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { TouchpointWords } from './listed-touchpoints.ts';
import { listedTouchpoints } from './listed-touchpoints.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

/**
 * The touchpoint named most often, the first named on a tie; null where none is. `listed` words count beside the lexicon's (null: the language has
 * none), and go before them where both are named in one place.
 */
export function findTouchpoint(
  text: string,
  language: string,
  lexicon: CompiledLexicon | null,
  listed?: TouchpointWords,
): string | null {
  const named = new Map<string, readonly Span[]>();
  const own = listed === undefined ? [] : listedTouchpoints(listed, language);
  for (const { id, expression } of [...own, ...(lexicon?.touchpoints ?? [])]) {
    const spans = findSpans(expression, text);
    const before = named.get(id) ?? [];
    const fresh = spans.filter((span) => !before.some((other) => overlaps(other, span)));
    if (fresh.length > 0) named.set(id, [...before, ...fresh]);
  }
  let best: { id: string; hits: number; at: number } | null = null;
  for (const [id, spans] of named) {
    const at = Math.min(...spans.map(({ start }) => start));
    if (best === null || spans.length > best.hits || (spans.length === best.hits && at < best.at))
      best = { id, hits: spans.length, at };
  }
  return best?.id ?? null;
}
