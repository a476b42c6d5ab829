import { describe, expect, it } from '@jest/globals';
import { dueAt } from '../promise/due-at.ts';
import { addDuration, daysBetween } from './add-duration.ts';

describe('times', () => {
  it('adds ISO durations to instants', () => {
    expect(addDuration('2026-03-28T23:30:00.000Z', 'P1DT45M')).toBe('2026-03-30T00:15:00.000Z');
    expect(daysBetween('2026-03-01T00:00:00.000Z', '2026-03-02T12:00:00.000Z')).toBe(1.5);
  });

  it('reads "tomorrow morning" in the customer\'s zone, over a clock change', () => {
    expect(
      dueAt({ days: 1, localTime: '08:00' }, '2023-10-25T00:30:00.000Z', 'America/Los_Angeles'),
    ).toBe('2023-10-25T15:00:00.000Z');
    expect(
      dueAt({ days: 1, localTime: '08:00' }, '2026-03-28T12:00:00.000Z', 'Europe/Warsaw'),
    ).toBe('2026-03-29T06:00:00.000Z');
  });

  it('moves a local time that is skipped forward by the gap', () => {
    expect(
      dueAt({ days: 1, localTime: '02:30' }, '2026-03-28T12:00:00.000Z', 'Europe/Warsaw'),
    ).toBe('2026-03-29T01:30:00.000Z');
  });

  it('counts minutes from when it was said', () => {
    expect(dueAt({ minutes: 20 }, '2018-06-16T08:00:00.000Z', 'Asia/Bangkok')).toBe(
      '2018-06-16T08:20:00.000Z',
    );
  });
});
