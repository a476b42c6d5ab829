import { describe, expect, it } from '@jest/globals';
import { localTime, zonedInstant } from './zoned-instant.ts';

describe('a local time', () => {
  it.each([
    ['2026-11-22T18:30', 'Europe/Warsaw', '2026-11-22T17:30:00.000Z'],
    ['2026-07-01T18:30', 'Europe/Warsaw', '2026-07-01T16:30:00.000Z'],
    ['2026-11-22T00:10', 'Asia/Kolkata', '2026-11-21T18:40:00.000Z'],
    ['2026-10-25T01:30', 'Europe/Warsaw', '2026-10-24T23:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(zonedInstant(local, zone)).toBe(instant);
    expect(localTime(instant, zone)).toBe(local);
  });

  it('that is none is null', () => {
    expect(zonedInstant('tomorrow', 'UTC')).toBeNull();
    expect(zonedInstant('2026-13-01T10:00', 'UTC')).toBeNull();
  });
});
