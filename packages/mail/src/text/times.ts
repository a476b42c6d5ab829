import type { Words } from '../words/words.ts';

/** Writes instants, durations and amounts in a language; digits are 0 to 9 and years Gregorian in each. */
export interface Times {
  /** `22:20`; with the day before it where that is not today. */
  moment(instant: string): string;
  /** `16 Jun 22:20`, with the year where it is another. */
  stamp(instant: string): string;
  /** The same instant in another zone, or null where the clocks there show the same. */
  elsewhere(instant: string, timeZone: string): string | null;
  /** A calendar date such as `2027-01-31`. */
  date(date: string): string;
  /** `3 h 55 min`; whole days from two days on. */
  duration(milliseconds: number): string;
  minutes(minutes: number): string;
  number(value: number): string;
}

/** `now` is an instant; `timeZone` is the owner's. */
export function createTimes(
  { language, units }: Pick<Words, 'language' | 'units'>,
  timeZone: string,
  now: string,
): Times {
  const locale = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const dayAndYear = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const calendar = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const hours = (count: number): string => `${String(count)}\u00a0${units.hour}`;
  const minutes = (count: number): string => `${String(count)}\u00a0${units.minute}`;

  const clock = (instant: string, zone: string): string => {
    const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(new Date(instant));
    const part = (type: string): string =>
      parts.find((candidate) => candidate.type === type)?.value ?? '00';
    return `${part('hour')}:${part('minute')}`;
  };
  const dayKey = (instant: string, zone: string): string =>
    new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(new Date(instant));
  const dayOf = (instant: string): string => {
    const sameYear = dayKey(instant, timeZone).slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
    return (sameYear ? day : dayAndYear).format(new Date(instant));
  };
  const stamp = (instant: string): string => `${dayOf(instant)} ${clock(instant, timeZone)}`;
  const isToday = (instant: string): boolean => dayKey(instant, timeZone) === dayKey(now, timeZone);

  return {
    moment: (instant) => (isToday(instant) ? clock(instant, timeZone) : stamp(instant)),
    stamp,
    elsewhere(instant, zone) {
      const theirs = clock(instant, zone);
      const sameDay = dayKey(instant, zone) === dayKey(instant, timeZone);
      if (sameDay && theirs === clock(instant, timeZone)) return null;
      const theirDay = new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        day: 'numeric',
        month: 'short',
      }).format(new Date(instant));
      return sameDay ? theirs : `${theirDay} ${theirs}`;
    },
    date: (date) => calendar.format(new Date(`${date}T00:00:00Z`)),
    duration(milliseconds) {
      const whole = Math.max(1, Math.round(milliseconds / 60_000));
      const full = Math.floor(whole / 60);
      if (full >= 48) return units.days(Math.round(full / 24));
      if (full === 0) return minutes(whole);
      return whole % 60 === 0 ? hours(full) : `${hours(full)} ${minutes(whole % 60)}`;
    },
    minutes: (count) => minutes(Math.round(count)),
    number: (value) => number.format(value),
  };
}
