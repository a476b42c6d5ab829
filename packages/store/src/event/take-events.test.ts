import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, NOW } from '../fixtures/a-world.ts';
import { takeEvents } from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('events', () => {
  it('are taken once, in one batch or in several', async () => {
    const event = (name: string) => ({ eventId: idOf(name), feedbackId: idOf('feedback') });
    expect(await takeEvents(database, [event('b'), event('a'), event('b')], NOW)).toEqual(
      new Set([idOf('a'), idOf('b')]),
    );
    expect(await takeEvents(database, [event('c'), event('a')], NOW)).toEqual(new Set([idOf('c')]));
    expect(await takeEvents(database, [], NOW)).toEqual(new Set());
  });
});
