import type { CompiledLexicon } from './compiled-lexicon.ts';
import { findDurations } from './durations.ts';
import type { FoundPromise } from './promises.ts';
import type { Sentence } from './sentences.ts';
import { findSpans, overlaps } from './span.ts';
import { readNumber, readOrdinal } from './stated-numbers.ts';

/** How often the customer says they turned to the company: the highest count stated, null where none is. */
export function countContacts(text: string, lexicon: CompiledLexicon): number | null {
  const company = findSpans(lexicon.contacts.byCompany, text);
  let most: number | null = null;
  for (const span of findSpans(lexicon.contacts.counted, text)) {
    if (company.some((other) => overlaps(other, span))) continue;
    const words = text.slice(span.start, span.end);
    const value = readOrdinal(words, lexicon) ?? readNumber(words, lexicon);
    if (value !== null && value < 1000 && (most === null || value > most)) most = value;
  }
  return most;
}

/** Minutes of their own time the customer states: durations under a day in a sentence about waiting, holding or explaining; null where none. */
export function countMinutes(
  text: string,
  sentences: readonly Sentence[],
  promises: readonly FoundPromise[],
  lexicon: CompiledLexicon,
): number | null {
  let total: number | null = null;
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    const about = findSpans(lexicon.time.spent, words).length > 0;
    for (const each of findDurations(words, lexicon)) {
      const span = { start: sentence.start + each.start, end: sentence.start + each.end };
      const promised = promises.some((promise) => overlaps(promise, span));
      if (about && each.minutes < 24 * 60 && (!promised || each.elapsed))
        total = (total ?? 0) + each.minutes;
    }
  }
  return total;
}
