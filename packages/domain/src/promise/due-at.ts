import type { PromiseDue } from '@redress/contracts';
import { Temporal } from 'temporal-polyfill';

/**
 * The instant a promise falls due: minutes after it was said, or a local time so many days later in the customer's zone.
 * A local time that a clock change skips moves forward by the gap; one that occurs twice means the first.
 */
export function dueAt(due: PromiseDue, saidAt: string, timeZone: string): string {
  const said = Temporal.Instant.from(saidAt);
  if ('minutes' in due) {
    return toIso(said.add({ seconds: Math.round(due.minutes * 60) }));
  }
  const local = said
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: due.days })
    .toPlainDateTime(Temporal.PlainTime.from(due.localTime))
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return toIso(local.toInstant());
}

function toIso(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}
