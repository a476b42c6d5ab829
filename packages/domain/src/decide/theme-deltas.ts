import type { Touch } from '../touch/touch.ts';
import type { ThemeDelta } from './decision.ts';
import { sameData } from '../task/same-data.ts';

/**
 * What a touch adds to the outer loop's counts, given how it stood before: what no longer holds is taken back, what is new is added, so that sums stay right.
 * A touch without a cause counts once without one: passives and promoters are counted too. Samples never count.
 */
export function themeDeltasOf(
  before: Touch | null,
  after: Touch,
  accountId: string | null,
): ThemeDelta[] {
  const [old, next] = [countsOf(before, accountId), countsOf(after, accountId)];
  return [
    ...old
      .filter((count) => !next.some((other) => sameData(other, count)))
      .map((count) => ({ ...count, count: -1 as const })),
    ...next.filter((count) => !old.some((other) => sameData(other, count))),
  ];
}

function countsOf(touch: Touch | null, accountId: string | null): ThemeDelta[] {
  if (
    touch === null ||
    touch.decision === null ||
    touch.scored.sample === true ||
    touch.decision.outcome === 'ignored'
  )
    return [];
  const { scored, decision } = touch;
  const causes =
    decision.themes.length === 0 && decision.causes.length === 0 ? [null] : decision.themes;
  return causes.map((cause) => ({
    cause,
    touchpoint: scored.touchpoint ?? scored.understanding.touchpoint,
    day: scored.occurredAt.slice(0, 10),
    channel: scored.channel,
    language: scored.understanding.language,
    accountId,
    feedbackId: scored.feedbackId,
    count: 1,
  }));
}
