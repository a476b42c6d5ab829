import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at } from '../fixtures/a-world.ts';
import { claimDueClocks, releaseClock, replaceClocks } from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('clocks', () => {
  const clock = (key: string, minutes: number) => ({
    taskId: 't',
    kind: 'escalate' as const,
    key,
    dueAt: at(minutes),
  });

  it('that are due are held by one until the lease runs out', async () => {
    await replaceClocks(database, ['t'], [clock('1.2', 5), clock('1.1', 0), clock('1.3', 90)]);
    expect(await claimDueClocks(database, at(10), at(11), 10)).toEqual([
      clock('1.1', 0),
      clock('1.2', 5),
    ]);
    expect(await claimDueClocks(database, at(10), at(11), 10)).toEqual([]);
    expect(await claimDueClocks(database, at(11), at(12), 1)).toEqual([clock('1.1', 0)]);
  });

  it('that turn out stale go, unless they were set anew meanwhile', async () => {
    await replaceClocks(database, ['t'], [clock('1.1', 0)]);
    await releaseClock(database, clock('1.1', -5));
    expect(await claimDueClocks(database, at(1), at(2), 10)).toHaveLength(1);
    await releaseClock(database, clock('1.1', 0));
    expect(await claimDueClocks(database, at(3), at(4), 10)).toEqual([]);
  });
});
