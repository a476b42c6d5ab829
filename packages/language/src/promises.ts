import type { PromiseDue } from '@redress/contracts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { Duration } from './durations.ts';
import { findDurations } from './durations.ts';
import type { Sentence } from './sentences.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';
import { findWeekdays } from './weekday-deadlines.ts';

/** A promise in the normalised text. */
export interface FoundPromise extends Span {
  readonly by: 'company' | 'customer';
  readonly due: PromiseDue | null;
}

interface Deadline extends Span {
  readonly due: PromiseDue | null;
}

const DAY = 24 * 60;
/** A longer time is a guarantee or a reading, no promise to act. */
const LONGEST = 366 * DAY;
const CLOSES = '18:00';
/** Characters between who said it and by when; without spaces a sentence is the whole message. */
const REACH = 120;
const REACH_WITHOUT_SPACES = 60;

function dueIn({ minutes, inDays }: Duration): PromiseDue {
  return inDays ? { days: Math.round(minutes / DAY), localTime: CLOSES } : { minutes };
}

/** Deadlines of a stretch of text behind `from`: named ones ("tomorrow morning"), durations that are not time gone by, and weekdays. */
function findDeadlines(
  text: string,
  lexicon: CompiledLexicon,
  at: string | undefined,
  { from, retold }: { readonly from: number; readonly retold: boolean },
): Deadline[] {
  const deadlines: Deadline[] = [];
  const add = (deadline: Deadline): void => {
    if (!deadlines.some((other) => overlaps(other, deadline))) deadlines.push(deadline);
  };
  for (const { expression, due } of lexicon.promises.deadlines)
    for (const span of findSpans(expression, text)) add({ ...span, due });
  for (const each of findDurations(text, lexicon))
    if (!each.elapsed && each.minutes <= LONGEST)
      add({ start: each.start, end: each.end, due: dueIn(each) });
  const weekdays = findWeekdays(text, lexicon, at, retold);
  const doing = weekdays.length === 0 ? [] : findSpans(lexicon.promises.doing, text);
  for (const { limited, ...each } of weekdays)
    if (limited || doing.some((span) => span.start >= from && span.end <= each.start)) add(each);
  return deadlines.sort((a, b) => a.start - b.start);
}

/**
 * What is promised in one sentence: one promise with the last of its times, or one without a time; null where nothing is. `at` is when it was said:
 * without it a weekday has no date.
 */
export function findPromise(
  text: string,
  sentence: Sentence,
  speaker: 'customer' | 'agent',
  lexicon: CompiledLexicon,
  at?: string,
): FoundPromise | null {
  const words = text.slice(sentence.start, sentence.end);
  const placed = (start: number, end: number): Span => ({
    start: sentence.start + start,
    end: sentence.start + end,
  });
  if (speaker === 'agent') {
    const committed = findSpans(lexicon.promises.commit, words)[0];
    const within = sentence.asks ? undefined : findSpans(lexicon.promises.within, words)[0];
    const deadlines = findDeadlines(words, lexicon, at, { from: 0, retold: false });
    // Whatever the verb, what an agent says will be so within a time is a promise, from the sentence's start.
    const opening = committed ?? (within === undefined ? undefined : { start: 0, end: within.end });
    const last =
      opening === undefined
        ? undefined
        : (deadlines.filter((each) => each.start >= opening.start).at(-1) ?? deadlines.at(-1));
    if (opening !== undefined && last !== undefined)
      return {
        ...placed(Math.min(opening.start, last.start), Math.max(opening.end, last.end)),
        by: 'company',
        due: last.due,
      };
    const pledged = sentence.asks ? undefined : findSpans(lexicon.promises.pledged, words)[0];
    return pledged === undefined
      ? null
      : { ...placed(pledged.start, pledged.end), by: 'company', due: null };
  }
  if (sentence.asks) return null;
  const said = findSpans(lexicon.promises.said, words);
  const by = said.length > 0 ? 'company' : 'customer';
  const openings = said.length > 0 ? said : findSpans(lexicon.promises.byCustomer, words);
  if (openings.length > 0) {
    const reach = lexicon.source.spaced ? REACH : REACH_WITHOUT_SPACES;
    const from = openings[0]?.start ?? 0;
    const deadlines = findDeadlines(words, lexicon, at, { from, retold: by === 'company' });
    for (const opening of openings) {
      const last = deadlines
        .filter((each) => each.start >= opening.start && each.start - opening.end <= reach)
        .at(-1);
      if (last === undefined) continue;
      // Retold: "yesterday they promised it within two hours".
      const retold =
        last.due !== null &&
        'minutes' in last.due &&
        findSpans(lexicon.promises.past, words).length > 0;
      if (retold && lexicon.source.spaced) return null;
      return { ...placed(opening.start, Math.max(opening.end, last.end)), by, due: last.due };
    }
  }
  const undated = findSpans(lexicon.promises.undated, words)[0];
  return undated === undefined
    ? null
    : { ...placed(undated.start, undated.end), by: 'company', due: null };
}
