import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadPositions, savePositions } from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('positions', () => {
  it('are kept for each group', async () => {
    await savePositions(
      database,
      'redress.notifier',
      new Map([
        ['a/0', 3],
        ['a/1', 5_000_000_000],
      ]),
    );
    await savePositions(database, 'redress.notifier', new Map([['a/0', 4]]));
    expect(await loadPositions(database, 'redress.notifier')).toEqual(
      new Map([
        ['a/0', 4],
        ['a/1', 5_000_000_000],
      ]),
    );
    expect(await loadPositions(database, 'redress.other')).toEqual(new Map());
  });
});
