import { z } from 'zod';

/** An ISO 8601 instant of the years 1900 to 9999 with `Z` or an offset; normalised to UTC with milliseconds, so that equal instants are equal strings. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: 'must be an ISO 8601 instant with a zone, e.g. 2026-11-22T09:30:00Z',
  })
  .transform((value) => new Date(value).toISOString())
  .refine((value) => /^(19|[2-9]\d)\d\d-/.test(value), {
    error: 'must lie in the years 1900 to 9999',
  });

/** An ISO 8601 calendar date, e.g. `2026-11-22`. */
export const calendarDate = z.iso.date({ error: 'must be a date like 2026-11-22' });

/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().refine(isTimeZone, {
  error: 'must be an IANA time zone, e.g. Europe/Warsaw',
});

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
