import { describe, expect, it } from '@jest/globals';
import { silentLogger, systemClock } from '@redress/runtime';
import { startServerClock } from './server-clock.ts';
import { openTestDatabase } from './testing.ts';

describe('the clock of the store', () => {
  it('tells the server’s time on a machine whose clock is an hour slow', async () => {
    const database = await openTestDatabase();
    const slow = {
      ...systemClock,
      now: () => new Date(Date.parse(systemClock.now()) - 3_600_000).toISOString(),
    };
    const clock = await startServerClock({ database, machine: slow, logger: silentLogger });
    expect(Math.abs(Date.parse(clock.now()) - Date.parse(systemClock.now()))).toBeLessThan(1000);
    await clock.stop();
    await database.close();
  });
});
