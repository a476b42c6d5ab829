const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const exactFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayYearFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** An instant in full, in the reader's zone. */
export function exactTime(at) {
  return exactFormat.format(new Date(at));
}

/** The time where it is today, day and time where it is not. */
export function shortTime(at) {
  const date = new Date(at);
  const time = timeFormat.format(date);
  if (date.toDateString() === new Date().toDateString()) return time;
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return `${(sameYear ? dayFormat : dayYearFormat).format(date)}, ${time}`;
}

/** A length of time in its two largest units: `3 h 55 min`. */
export function duration(milliseconds) {
  const length = Math.abs(milliseconds);
  if (length < MINUTE) return 'less than a minute';
  const days = Math.floor(length / DAY);
  const hours = Math.floor((length % DAY) / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  if (days > 6) return `${days} days`;
  const parts =
    days > 0
      ? [
          [days, days === 1 ? 'day' : 'days'],
          [hours, 'h'],
        ]
      : [
          [hours, 'h'],
          [minutes, 'min'],
        ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** `in 3 h 55 min`, or `12 min ago`. */
export function relativeTime(at, now = Date.now()) {
  const difference = Date.parse(at) - now;
  if (Math.abs(difference) < MINUTE) return 'just now';
  return difference > 0 ? `in ${duration(difference)}` : `${duration(difference)} ago`;
}

/** Of a due time: `in 3 h 55 min`, or `12 min overdue`. */
export function dueTime(at, now = Date.now()) {
  const difference = Date.parse(at) - now;
  if (difference > 0) return difference < MINUTE ? 'within a minute' : `in ${duration(difference)}`;
  return difference > -MINUTE ? 'now' : `${duration(difference)} overdue`;
}

export function money(value, currency) {
  const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }).format(value);
  return currency ? `${number} ${currency}` : number;
}

/** A count with its noun: `1 contact`, `6 contacts`. */
export function counted(count, one, many = `${one}s`) {
  return `${new Intl.NumberFormat().format(count)} ${count === 1 ? one : many}`;
}

/** Points with their sign, with a true minus. */
export function points(value) {
  return value < 0 ? `−${Math.abs(value)}` : `+${value}`;
}

/** `repeat-contact` as words. */
export function words(id) {
  return String(id).replaceAll('-', ' ').replaceAll('_', ' ');
}

export function capital(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** A language's name in English; null where it is not known. */
export function languageName(code) {
  if (!code || code === 'und') return null;
  try {
    return languageNames.of(code);
  } catch {
    return code;
  }
}
