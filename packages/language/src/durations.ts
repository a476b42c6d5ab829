import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';
import { readNumber } from './stated-numbers.ts';

/** A stated stretch of time; of a range its later end. */
export interface Duration extends Span {
  readonly minutes: number;
  /** Stated in days or weeks, so that it ends with a day and not on the minute: "three days", not "24 hours". */
  readonly inDays: boolean;
  /** Time gone by: "after", "for", "since" stands before it. */
  readonly elapsed: boolean;
}

const DAY = 24 * 60;

/** The durations in the text, first to last. */
export function findDurations(text: string, lexicon: CompiledLexicon): Duration[] {
  const found: Omit<Duration, 'elapsed'>[] = [];
  for (const { expression, minutes } of lexicon.time.fixed) {
    for (const span of findSpans(expression, text)) {
      if (!found.some((other) => overlaps(other, span)))
        found.push({ ...span, minutes, inDays: minutes >= DAY });
    }
  }
  for (const span of findSpans(lexicon.time.measured, text)) {
    if (found.some((other) => overlaps(other, span))) continue;
    const words = text.slice(span.start, span.end);
    const unit = lexicon.time.units.find((each) => findSpans(each.expression, words).length > 0);
    const numbers = findSpans(lexicon.numbers, words);
    const last = numbers.at(-1);
    const value =
      last === undefined ? null : readNumber(words.slice(last.start, last.end), lexicon);
    if (unit !== undefined && value !== null)
      found.push({ ...span, minutes: value * unit.minutes, inDays: unit.minutes >= DAY });
  }
  const past = findSpans(lexicon.time.elapsed, text);
  return found
    .sort((a, b) => a.start - b.start)
    .map((each) => ({
      ...each,
      elapsed:
        past.some((span) => span.end <= each.start && each.start - span.end <= 2) ||
        past.some((span) => overlaps(span, each)),
    }));
}
