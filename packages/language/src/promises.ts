import type { PromiseDue } from '@redress/contracts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { Duration } from './durations.ts';
import { findDurations } from './durations.ts';
import type { Sentence } from './sentences.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

/** A promise in the normalised text. */
export interface FoundPromise extends Span {
  readonly by: 'company' | 'customer';
  readonly due: PromiseDue | null;
}

interface Deadline extends Span {
  readonly due: PromiseDue;
}

const DAY = 24 * 60;
const CLOSES = '18:00';

function dueIn({ minutes, inDays }: Duration): PromiseDue {
  return inDays ? { days: Math.round(minutes / DAY), localTime: CLOSES } : { minutes };
}

/** Deadlines of a stretch of text: named ones ("tomorrow morning") and durations that are not time gone by. */
function findDeadlines(
  text: string,
  lexicon: CompiledLexicon,
): { deadlines: Deadline[]; durations: Duration[] } {
  const deadlines: Deadline[] = [];
  for (const { expression, due } of lexicon.promises.deadlines) {
    for (const span of findSpans(expression, text)) {
      if (!deadlines.some((other) => overlaps(other, span))) deadlines.push({ ...span, due });
    }
  }
  const durations = findDurations(text, lexicon);
  for (const each of durations) {
    if (each.elapsed || deadlines.some((other) => overlaps(other, each))) continue;
    deadlines.push({ start: each.start, end: each.end, due: dueIn(each) });
  }
  return { deadlines: deadlines.sort((a, b) => a.start - b.start), durations };
}

/** What is promised in one sentence: one promise with the last of its times, or one without a time; null where nothing is. */
export function findPromise(
  text: string,
  sentence: Sentence,
  speaker: 'customer' | 'agent',
  lexicon: CompiledLexicon,
): FoundPromise | null {
  const words = text.slice(sentence.start, sentence.end);
  const at = (span: Span, end: number): Span => ({
    start: sentence.start + span.start,
    end: sentence.start + end,
  });
  const { deadlines } = findDeadlines(words, lexicon);
  if (speaker === 'agent') {
    const committed = findSpans(lexicon.promises.commit, words)[0];
    const within = sentence.asks ? undefined : findSpans(lexicon.promises.within, words)[0];
    // Whatever the verb, what an agent says will be so within a time is a promise, from the sentence's start.
    const opening = committed ?? (within === undefined ? undefined : { start: 0, end: within.end });
    if (opening === undefined) return null;
    const last = deadlines.filter((each) => each.start >= opening.start).at(-1) ?? deadlines.at(-1);
    if (last === undefined) return null;
    return {
      ...at(
        { start: Math.min(opening.start, last.start), end: 0 },
        Math.max(opening.end, last.end),
      ),
      by: 'company',
      due: last.due,
    };
  }
  if (sentence.asks) return null;
  const own = findSpans(lexicon.promises.byCustomer, words)[0];
  const said = findSpans(lexicon.promises.said, words)[0];
  const opening = said ?? own;
  if (opening !== undefined) {
    const last = deadlines.filter((each) => each.start >= opening.start).at(-1);
    if (last !== undefined) {
      // Retold: "yesterday they promised it within two hours".
      const retold = 'minutes' in last.due && findSpans(lexicon.promises.past, words).length > 0;
      if (retold && lexicon.source.spaced) return null;
      return {
        ...at(opening, Math.max(opening.end, last.end)),
        by: said === undefined ? 'customer' : 'company',
        due: last.due,
      };
    }
  }
  const undated = findSpans(lexicon.promises.undated, words)[0];
  return undated === undefined ? null : { ...at(undated, undated.end), by: 'company', due: null };
}
