/** The instant of a local date and time (`2026-11-22T18:30`) in a time zone. In an hour that a zone skips, the instant after it. */
export function zonedInstant(local: string, timeZone: string): string | null {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)
    ? Date.parse(`${local}:00Z`)
    : Number.NaN;
  if (Number.isNaN(wanted)) return null;
  let instant = wanted;
  // The offset depends on the instant; the second look uses the offset of the first.
  for (let look = 0; look < 2; look += 1) instant = wanted - offsetAt(instant, timeZone);
  return new Date(instant).toISOString();
}

/** The local date and time of an instant in a time zone, as a field of a form takes it. */
export function localTime(at: string, timeZone: string): string {
  const instant = Date.parse(at);
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 16);
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value ?? '0');
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
