import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../words/words-for.ts';
import { createTimes } from './times.ts';

describe('times', () => {
  it('names the day only where it is another, and the year only where that is another', () => {
    const times = createTimes(CATALOGUE.en, 'Europe/Warsaw', '2026-12-31T20:00:00.000Z');
    expect(times.moment('2026-12-31T22:30:00.000Z')).toBe('23:30');
    expect(times.moment('2026-12-31T23:30:00.000Z')).toBe('1 Jan 2027 00:30');
    expect(times.moment('2026-12-30T12:00:00.000Z')).toBe('30 Dec 13:00');
  });

  it('uses the Gregorian year and the digits 0 to 9 in Thai and Arabic', () => {
    for (const words of [CATALOGUE.th, CATALOGUE.ar]) {
      const times = createTimes(words, 'Asia/Bangkok', '2026-11-22T09:00:00.000Z');
      expect(times.date('2027-01-31')).toMatch(/^31 .*2027$/u);
      expect(times.number(36000)).toBe('36,000');
    }
  });

  it('tells the other zone’s time only where its clocks differ', () => {
    const times = createTimes(CATALOGUE.en, 'Europe/Warsaw', '2026-11-22T09:00:00.000Z');
    expect(times.elsewhere('2026-11-22T10:00:00.000Z', 'Europe/Berlin')).toBeNull();
    expect(times.elsewhere('2026-11-22T10:00:00.000Z', 'Asia/Kathmandu')).toBe('15:45');
    expect(times.elsewhere('2026-11-22T22:00:00.000Z', 'Asia/Tokyo')).toBe('23 Nov 07:00');
  });

  it('counts in hours up to two days, then in days', () => {
    const times = createTimes(CATALOGUE.en, 'UTC', '2026-11-22T09:00:00.000Z');
    const hours = (count: number): string =>
      times.duration(count * 3_600_000).replaceAll('\u00a0', ' ');
    expect([hours(0.25), hours(1), hours(3.9167), hours(47), hours(48)]).toEqual([
      '15 min',
      '1 h',
      '3 h 55 min',
      '47 h',
      '2 days',
    ]);
  });
});
