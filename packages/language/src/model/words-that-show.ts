import type { Span } from '../span.ts';
import type { FeatureList } from './feature-list.ts';
import type { FeatureTable } from './feature-table.ts';

/** Characters a piece of evidence may be apart from the next and still be one. */
const JOINED = 2;
const PIECES = 3;

/**
 * The words of the text that speak most for an answer: what each word's features add to its sum, the strongest until half of all
 * that speaks for it is told; neighbours are joined. Empty where nothing speaks for it.
 */
export function wordsThatShow(table: FeatureTable, features: FeatureList, answer: number): Span[] {
  const parts = new Map<number, { start: number; end: number; weight: number }>();
  for (let at = 0; at < features.count; at += 1) {
    const start = features.starts[at] ?? 0;
    const end = features.ends[at] ?? 0;
    const from = table.find(features.hashes[at] ?? 0);
    if (from < 0 || end === start) continue;
    const weight = table.weights[from + answer] ?? 0;
    const part = parts.get(start);
    if (part === undefined) parts.set(start, { start, end, weight });
    else {
      part.weight += weight;
      part.end = Math.max(part.end, end);
    }
  }
  const speaking = [...parts.values()]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const all = speaking.reduce((sum, { weight }) => sum + weight, 0);
  let told = 0;
  const strongest: Span[] = [];
  for (const { start, end, weight } of speaking) {
    if (told >= all / 2 || strongest.length >= PIECES * 2) break;
    told += weight;
    strongest.push({ start, end });
  }
  return join(strongest).slice(0, PIECES);
}

function join(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start - last.end <= JOINED)
      last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
