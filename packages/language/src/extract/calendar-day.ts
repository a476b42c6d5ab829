/** A day as it was written: parts in figures, the year as far as it was named. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  /** As written, null where it was left out. */
  readonly year: string | null;
}

const BUDDHIST_YEARS = 543;
const EARLIEST = 1900;
const LATEST = 2100;
/** A leap day has a past one at most so many years ago. */
const LONGEST_SEARCH = 8;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0);
}

function fullYear(written: string, buddhist: boolean, around: number): number {
  const value = Number(written);
  if (written.length === 4) return buddhist && value > 2400 ? value - BUDDHIST_YEARS : value;
  const century = Math.floor(around / 100) * 100;
  // of two figures: 69 is 2569 where years are Buddhist; else up to ten years ahead is of this century
  if (buddhist && value >= 50) return century + 500 + value - BUDDHIST_YEARS;
  return value <= (around % 100) + 10 ? century + value : century - 100 + value;
}

/**
 * The day as `YYYY-MM-DD`, null where there is no such day. Left-out years are the nearest past one seen from `at` (an ISO instant);
 * without `at`, null. A year of two figures is read as near 2026 where `at` is missing.
 */
export function isoDay(
  written: WrittenDay,
  at: string | undefined,
  buddhist: boolean,
): string | null {
  const { day, month } = written;
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return null;
  if (written.year !== null) {
    const around = at === undefined ? 2026 : Number(at.slice(0, 4));
    const year = fullYear(written.year, buddhist, around);
    if (year < EARLIEST || year > LATEST || day > daysIn(month, year)) return null;
    return isoOf(year, month, day);
  }
  if (at === undefined) return null;
  const today = at.slice(0, 10);
  const thisYear = Number(at.slice(0, 4));
  for (let year = thisYear; year > thisYear - LONGEST_SEARCH; year -= 1) {
    const iso = isoOf(year, month, day);
    if (day <= daysIn(month, year) && iso <= today) return iso;
  }
  return null;
}

function isoOf(year: number, month: number, day: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
