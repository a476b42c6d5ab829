import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeEvent } from '@redress/contracts';
import { NOW, aStamp, aTouch, aCustomer, idOf } from '../fixtures/a-world.ts';
import { applyDecisions, countDeadLetters, recordDeadLetter, saveCustomers } from '../index.ts';
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
    expect(await countDeadLetters(database)).toEqual({ counted: 1, samples: 0 });
    const { rows } = await database.query("SELECT encode(bytes, 'hex') AS bytes FROM dead_letters");
    expect(rows).toEqual([{ bytes: '00ff' }]);
  });

  it('are counted once a feedback, samples apart, and not where it was decided', async () => {
    const keep = (offset: number, name: string, sample = false) =>
      recordDeadLetter(
        database,
        {
          topic: 'feedback.scored.v1',
          partition: 0,
          offset,
          key: `event ${String(offset)}`,
          reason: 'failed five times',
          attempts: 5,
          bytes: encodeEvent({
            id: `event ${String(offset)}`,
            type: 'feedback.scored.v1',
            source: 'test',
            time: NOW,
            data: { feedbackId: idOf(name), ...(sample ? { sample } : {}) },
          }),
        },
        NOW,
      );
    await keep(1, 'twice');
    await keep(2, 'twice');
    await keep(3, 'decided before');
    await keep(4, 'on its way again');
    await keep(5, 'of a sample', true);
    await saveCustomers(database, [aCustomer('ann')], aStamp());
    await applyDecisions(
      database,
      [
        {
          touches: [aTouch('decided before', 'ann', 'task')],
          tasks: [],
          deliveries: [],
          themeDeltas: [],
          effects: [],
        },
      ],
      aStamp(),
    );
    expect(await countDeadLetters(database, [idOf('on its way again')])).toEqual({
      counted: 1,
      samples: 1,
    });
  });
});
