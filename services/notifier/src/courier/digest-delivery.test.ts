import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '@redress/domain';
import { addToDigest, endOfHour } from './digest-delivery.ts';
import { retryDelay } from './retry-delay.ts';

const held = {
  id: 'd',
  taskId: 't',
  recipient: 'kim',
  kind: 'alert',
  news: [{ code: 'worse', text: 'worse', feedbackId: null }],
  state: 'queued',
  sample: false,
  version: 3,
} as unknown as Delivery;
const when = { id: 'digest', now: '2026-11-22T09:59:59.999Z', at: '2026-11-22T10:00:00.000Z' };

describe('the digest of an hour', () => {
  it('ends with the hour', () => {
    expect(endOfHour('2026-11-22T09:59:59.999Z')).toBe('2026-11-22T10:00:00.000Z');
    expect(endOfHour('2026-11-22T10:00:00.000Z')).toBe('2026-11-22T11:00:00.000Z');
  });

  it('is one message that gathers what is held back', () => {
    const [digest, first] = addToDigest(null, held, when);
    const [more] = addToDigest(digest, held, when);
    expect(first).toMatchObject({ state: 'digested', version: 4 });
    expect(digest).toMatchObject({
      id: 'digest',
      taskId: null,
      kind: 'digest',
      state: 'queued',
      notBefore: when.at,
      version: 1,
    });
    expect(more).toMatchObject({ version: 2, news: [{ code: 'worse' }, { code: 'worse' }] });
  });
});

describe('trying again', () => {
  it('waits longer each time and gives up after about four days', () => {
    const waits = Array.from({ length: 17 }, (_, index) => retryDelay(index + 1) ?? 0);
    expect(waits.slice(0, 4)).toEqual([1, 5, 15, 30].map((minutes) => minutes * 60_000));
    expect(Math.max(...waits)).toBe(8 * 3_600_000);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3.5 * 24 * 3_600_000);
    expect(retryDelay(18)).toBeNull();
  });
});
