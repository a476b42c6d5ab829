import { Temporal } from 'temporal-polyfill';

const DURATIONS = new Map<string, number>();

/** Length of an ISO 8601 duration in milliseconds; a day is 24 hours here, because staff's and customers' clocks run on instants. */
export function durationInMilliseconds(duration: string): number {
  const known = DURATIONS.get(duration);
  if (known !== undefined) return known;
  const { weeks, days, hours, minutes, seconds } = Temporal.Duration.from(duration);
  const milliseconds = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  if (DURATIONS.size < 1000) DURATIONS.set(duration, milliseconds);
  return milliseconds;
}

/** An instant so much later; both ISO 8601 in UTC with milliseconds. */
export function addDuration(instant: string, duration: string): string {
  return addMilliseconds(instant, durationInMilliseconds(duration));
}

export function addMilliseconds(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

export const DAY = 86_400_000;

/** Whole and part days from one instant to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}
