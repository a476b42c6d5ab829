import type { Evidence } from '@redress/contracts';
import { quote } from './evidence.ts';
import type { NormalText } from './normalise.ts';
import type { Expression, Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

type Level<T extends string> = { level: T; evidence: Evidence[] };

/** Hits that no exception overlaps. */
export function clear(
  text: string,
  expression: Expression | null,
  unless: Expression | null,
): Span[] {
  const barred = findSpans(unless, text);
  return findSpans(expression, text).filter(
    (span) => !barred.some((other) => overlaps(other, span)),
  );
}

/** The first of the steps that has a hit, with its evidence; `none` where no step has one. */
export function levelOf<T extends string>(
  normal: NormalText,
  none: T,
  steps: readonly (readonly [T, Expression | null])[],
  unless: Expression | null,
): Level<T> {
  for (const [level, expression] of steps) {
    const hits = clear(normal.text, expression, unless);
    if (hits.length > 0) return { level, evidence: quote(normal, hits) };
  }
  return { level: none, evidence: [] };
}
