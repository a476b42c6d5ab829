import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOW } from '../fixtures/a-world.ts';
import { countDeadLetters, recordDeadLetter } from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('dead letters', () => {
  it('are kept once, untouched', async () => {
    const letter = {
      topic: 'feedback.scored.v1',
      partition: 0,
      offset: 7,
      key: 'k',
      reason: 'is no JSON',
      attempts: 1,
      bytes: new Uint8Array([0, 255]),
    };
    await recordDeadLetter(database, letter, NOW);
    await recordDeadLetter(database, letter, NOW);
    expect(await countDeadLetters(database)).toBe(1);
    const { rows } = await database.query("SELECT encode(bytes, 'hex') AS bytes FROM dead_letters");
    expect(rows).toEqual([{ bytes: '00ff' }]);
  });
});
