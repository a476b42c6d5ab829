import type { PromiseDue } from '@redress/contracts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

/** A weekday by which something is to be done. */
export interface WeekdayDeadline extends Span {
  /** Null where it is not told which of these days is meant. */
  readonly due: PromiseDue | null;
  /** A word before it makes it a deadline whatever the verb: "by Friday". */
  readonly limited: boolean;
}

const WEEK = 7;
/** The day before yesterday is nearer than five days on: a day retold that is further ahead has most likely passed. */
const FURTHEST_RETOLD = 4;
const CLOSES = '18:00';
/** Between a weekday and its part of the day. */
const BESIDE = 4;

/**
 * The weekdays of a stretch of text. `at` is when it was said, an ISO instant; `retold` says that a customer tells what was promised before, so that
 * the day may have passed.
 */
export function findWeekdays(
  text: string,
  lexicon: CompiledLexicon,
  at: string | undefined,
  retold: boolean,
): WeekdayDeadline[] {
  const { weekdays, partsOfDay, past } = lexicon.promises;
  const found: WeekdayDeadline[] = [];
  weekdays.forEach(({ limited, named }, weekday) => {
    const days = findSpans(named, text);
    if (days.length === 0) return;
    const bounds = findSpans(limited, text);
    const gone = findSpans(past, text);
    for (const day of days) {
      const bound = bounds.find((span) => span.start <= day.start && span.end >= day.end);
      let { start, end } = bound ?? day;
      let localTime = CLOSES;
      for (const part of partsOfDay) {
        for (const span of findSpans(part.expression, text)) {
          if (span.start - end > BESIDE || start - span.end > BESIDE) continue;
          localTime = part.localTime;
          start = Math.min(start, span.start);
          end = Math.max(end, span.end);
        }
      }
      const ahead =
        at === undefined || gone.some((span) => overlaps(span, day))
          ? null
          : daysAhead(weekday, at, retold);
      const due = ahead === null ? null : { days: ahead, localTime };
      found.push({ start, end, due, limited: bound !== undefined });
    }
  });
  return found;
}

function daysAhead(weekday: number, at: string, retold: boolean): number | null {
  const today = (new Date(at).getUTCDay() + WEEK - 1) % WEEK;
  const ahead = (weekday - today + WEEK) % WEEK;
  if (!retold) return ahead === 0 ? WEEK : ahead;
  return ahead > FURTHEST_RETOLD ? null : ahead;
}
