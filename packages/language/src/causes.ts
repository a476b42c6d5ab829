import type { RootCause } from '@redress/contracts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { Sentence } from './sentences.ts';
import type { Expression, Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

/** A cause with the words that show it, in the normalised text. */
export interface ShownCause {
  readonly id: RootCause;
  readonly probability: number;
  readonly evidence: readonly Span[];
  /** At least one hit states it, rather than only asks. */
  readonly stated: boolean;
  /** It follows from what is stated, whatever else the text sounds like. */
  readonly certain?: true;
}

const STRONG = 0.82;
const WEAK = 0.3;
const ASKED = 0.55;
/** Characters a word of absence can reach; also keeps long texts linear. */
const REACH = 60;

function absent(text: string, absences: readonly Span[], hit: Span, spaced: boolean): boolean {
  return absences.some((span) => {
    if (span.end > hit.start || hit.start - span.end > REACH) return false;
    // without spaces there are no words to count, and a space is the end of a clause
    if (!spaced) return span.end === hit.start;
    const between = text.slice(span.end, hit.start);
    return (
      !/[.!?,;:\n]/u.test(between) &&
      between
        .trim()
        .split(/\s+/u)
        .filter((word) => word !== '').length <= 2
    );
  });
}

/**
 * The causes of the text, likeliest first. `skip` tells sentences that show none (plain questions).
 * A hit counts less in a sentence that is clearly content.
 */
export function findCauses(
  text: string,
  sentences: readonly (Sentence & { readonly content: boolean })[],
  skip: (sentence: Sentence) => boolean,
  lexicon: CompiledLexicon,
): ShownCause[] {
  const absences = findSpans(lexicon.absence, text);
  const shown: ShownCause[] = [];
  for (const cause of lexicon.causes) {
    const barred = findSpans(cause.unless, text);
    const collect = (expression: Expression | null): { span: Span; factor: number }[] =>
      findSpans(expression, text)
        .filter(
          (span) =>
            !barred.some((other) => overlaps(other, span)) &&
            !absent(text, absences, span, lexicon.source.spaced),
        )
        .flatMap((span) => {
          const home = sentences.find((sentence) => overlaps(sentence, span));
          if (home === undefined || skip(home)) return [];
          return [{ span, factor: home.content ? 0.5 : 1 }];
        });
    const strong = collect(cause.strong);
    const weak = collect(cause.weak).filter(
      (hit) => !strong.some((other) => overlaps(other.span, hit.span)),
    );
    const asked = collect(cause.asked);
    const different = new Set<string>();
    let miss = 1;
    for (const { span, factor } of strong.slice(0, 3)) {
      const words = text.slice(span.start, span.end);
      if (different.has(words)) continue;
      different.add(words);
      miss *= 1 - (different.size === 1 ? STRONG : WEAK) * factor;
    }
    for (const { span, factor } of weak) {
      const words = text.slice(span.start, span.end);
      if (different.has(words) || different.size > 5) continue;
      different.add(words);
      miss *= 1 - WEAK * factor;
    }
    if (strong.length === 0) for (const { factor } of asked.slice(0, 1)) miss *= 1 - ASKED * factor;
    const evidence = [...strong, ...weak, ...asked].map((hit) => hit.span);
    if (miss < 1)
      shown.push({
        id: cause.id,
        probability: 1 - miss,
        evidence: evidence.slice(0, 5),
        stated: strong.length > 0 || weak.length > 1,
      });
  }
  return shown.sort((a, b) => b.probability - a.probability);
}
