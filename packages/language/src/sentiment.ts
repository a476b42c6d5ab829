import { isLoud } from './capitals.ts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { Sentence } from './sentences.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

/** How one sentence feels: sums of the weights, both zero or more. */
export interface Feeling extends Sentence {
  readonly negative: number;
  readonly positive: number;
  /** A softener stands in it: "a bit". */
  readonly softened: boolean;
}

const EMOJI: readonly (readonly [RegExp, number])[] = [
  [/[😡🤬😠👿💢🤮😤]/gu, -3],
  [/[😞😒🙄👎😭🤢😢☹😩😫😖💩🤦🙁😕😑🙃]/gu, -2],
  [/[😍🥰❤💕🤩🏆💯🎉]/gu, 3],
  [/[😊😀😃😄😁🙂👍🙏🙌😘☺⭐🌟]/gu, 2],
  [/(?:^|\s):-?\(+/gu, -2],
  [/(?:^|\s)[:;]-?[)D]+/gu, 1.5],
];

/** Most sentences hold nothing that may be one of these, and one look tells: all but the colons stand far behind the letters. */
const MAY_BE_EMOJI = /[:;\u2000-\uffff]/;

/** Words between the end of `a` and the start of `b`; many where the text there holds a clause break. */
function distance(text: string, a: Span, b: Span): number {
  if (b.start - a.end > 60) return 9;
  const between = text.slice(a.end, b.start);
  return /[,;:]/u.test(between)
    ? 9
    : between
        .trim()
        .split(/\s+/u)
        .filter((word) => word !== '').length;
}

function before(text: string, markers: readonly Span[], hit: Span, words: number): boolean {
  return markers.some((marker) =>
    marker.end <= hit.start
      ? distance(text, marker, hit) <= words
      : overlaps(marker, hit) && marker.start < hit.start,
  );
}

/** In a language without spaces: the marker stands against the hit, a negator before it, an intensifier or softener after it. */
function against(markers: readonly Span[], hit: Span, side: 'before' | 'after'): boolean {
  return markers.some((marker) =>
    side === 'before'
      ? marker.end === hit.start || (overlaps(marker, hit) && marker.start < hit.start)
      : marker.start >= hit.end && marker.start - hit.end <= 1,
  );
}

function hitsOf(text: string, lexicon: CompiledLexicon): (Span & { weight: number })[] {
  let hits: (Span & { weight: number })[] = [];
  for (const { weight, expression } of lexicon.weights) {
    for (const span of findSpans(expression, text)) {
      const rivals = hits.filter((other) => overlaps(other, span));
      // of two readings of one place the longer says more: "not bad" over "bad"; one phrase takes the place of all words in it
      if (rivals.every((other) => span.end - span.start > other.end - other.start))
        hits = [...hits.filter((other) => !rivals.includes(other)), { ...span, weight }];
    }
  }
  return hits;
}

/** How the sentence feels. `original` is the same stretch before normalisation, for capitals. */
export function feelSentence(
  text: string,
  original: string,
  sentence: Sentence,
  lexicon: CompiledLexicon | null,
): Feeling {
  let negative = 0;
  let positive = 0;
  const add = (value: number): void => {
    if (value < 0) negative -= value;
    else positive += value;
  };
  for (const [expression, weight] of MAY_BE_EMOJI.test(text) ? EMOJI : []) {
    for (const _ of text.matchAll(expression)) add(weight * 0.8);
  }
  if (lexicon === null) return { ...sentence, negative, positive, softened: false };
  const negators = findSpans(lexicon.negators, text);
  const negatorsAfter = findSpans(lexicon.negatorsAfter, text);
  const intensifiers = findSpans(lexicon.intensifiers, text);
  const softeners = findSpans(lexicon.softeners, text);
  const turn = findSpans(lexicon.contrast, text).at(-1);
  const { spaced } = lexicon.source;
  const loud = isLoud(original) ? 1.2 : 1;
  for (const hit of hitsOf(text, lexicon)) {
    let value = hit.weight * loud;
    const negated =
      (spaced ? before(text, negators, hit, 3) : against(negators, hit, 'before')) ||
      negatorsAfter.some((span) => span.start >= hit.end && distance(text, hit, span) <= 1);
    if (negated) value *= value > 0 ? -0.8 : -0.4;
    if (spaced ? before(text, intensifiers, hit, 1) : against(intensifiers, hit, 'after'))
      value *= 1.4;
    if (spaced ? before(text, softeners, hit, 2) : against(softeners, hit, 'after')) value *= 0.5;
    if (turn !== undefined) value *= hit.start >= turn.end ? 1.4 : 0.6;
    add(value);
  }
  if (sentence.asks && positive > 0 && negative === 0) positive *= 0.5;
  return { ...sentence, negative, positive, softened: softeners.length > 0 };
}

/** Probabilities that sum to 1, from the sums over the text. */
export function weighFeelings(
  negative: number,
  positive: number,
): { negative: number; neutral: number; positive: number } {
  const scale = (sum: number): number => 3.2 * Math.tanh(sum / 3.2);
  // the clearly stronger side takes from the other, so that a polite opening does not make a complaint neutral
  const against = Math.exp(scale(negative) * 1.15 - scale(positive) * 0.25);
  const towards = Math.exp(scale(positive) * 1.05 - scale(negative) * 0.35);
  const neither = Math.exp(1.1);
  const sum = against + towards + neither;
  return { negative: against / sum, neutral: neither / sum, positive: towards / sum };
}
