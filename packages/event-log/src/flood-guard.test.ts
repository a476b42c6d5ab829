import { describe, expect, it } from '@jest/globals';
import { createFloodGuard } from './flood-guard.ts';

function setUp() {
  let now = Date.parse('2026-06-18T10:00:00.000Z');
  const guard = createFloodGuard({
    now: () => new Date(now).toISOString(),
    sleep: () => Promise.resolve(),
  });
  return { guard, advance: (milliseconds: number) => (now += milliseconds) };
}

describe('createFloodGuard', () => {
  it('lets fewer than twenty dead letters pass, whatever their share', () => {
    const { guard } = setUp();
    expect(guard.count(19, 19)).toBeNull();
  });

  it('trips at twenty dead past five percent, not at five', () => {
    const five = setUp().guard;
    expect(five.count(400, 20)).toBeNull();
    const more = setUp().guard;
    expect(more.count(399, 20)).toBe('20 of 399 records were dead-lettered within a minute');
  });

  it('trips past a hundred dead however many went well', () => {
    const { guard } = setUp();
    expect(guard.count(100_000, 100)).toBeNull();
    expect(guard.count(1, 1)).not.toBeNull();
  });

  it('forgets after a minute', () => {
    const { guard, advance } = setUp();
    guard.count(19, 19);
    advance(60_000);
    expect(guard.count(19, 19)).toBeNull();
    advance(30_000);
    expect(guard.count(1, 1)).not.toBeNull();
  });
});
