import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeEvent } from '@redress/contracts';
import { NOW, aStamp, aTouch, aCustomer, at, idOf } from '../fixtures/a-world.ts';
import {
  applyDecisions,
  countDeadLetters,
  findDeadLetters,
  listDeadLetters,
  markReplayed,
  markTold,
  recordDeadLetter,
  saveCustomers,
  untoldDeadLetters,
} from '../index.ts';
import type { Database, DeadLetter, KnownElsewhere } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

const aLetter = (offset: number, given: object = {}): DeadLetter => ({
  id: `letter ${String(offset)}`,
  topic: 'feedback.scored.v1',
  partition: 0,
  offset,
  queue: null,
  key: 'k',
  headers: {},
  group: 'redress.notifier',
  reason: 'is no JSON in UTF-8',
  attempts: 1,
  at: at(offset),
  bytes: new Uint8Array([0, 255]),
  replayedAt: null,
  ...given,
});
const ofFeedback = (name: string, more: object = {}) => ({
  bytes: encodeEvent({
    id: name,
    type: 'feedback.scored.v1',
    source: 'test',
    time: NOW,
    data: { feedbackId: idOf(name), ...more },
  }),
});
const keep = (offset: number, given: object = {}) =>
  recordDeadLetter(database, aLetter(offset, given));
const decided = async (name: string) => {
  await saveCustomers(database, [aCustomer('ann')], aStamp());
  const nothing = { tasks: [], deliveries: [], themeDeltas: [], effects: [] };
  await applyDecisions(
    database,
    [{ touches: [aTouch(name, 'ann', 'task')], ...nothing }],
    aStamp(),
  );
};
const counted = async (known: KnownElsewhere = {}) =>
  (await countDeadLetters(database, known)).counted;

describe('dead letters', () => {
  it('are kept once, untouched', async () => {
    await keep(7);
    await keep(7);
    expect(await counted()).toBe(1);
    expect(await findDeadLetters(database, { limit: 10 })).toEqual([aLetter(7)]);
  });

  it('are kept for each group that put the same record aside, and for messages of a queue', async () => {
    const queue = { name: 'feedback', messageId: 'm-1' };
    await keep(7);
    await keep(7, { id: 'of another group', group: 'redress.other', at: at(8) });
    await keep(0, { id: 'of a queue', topic: null, partition: null, offset: null, queue });
    const { items } = await listDeadLetters(database, { limit: 10 });
    expect(items.map(({ id, group }) => `${id} ${group}`)).toEqual([
      'of another group redress.other',
      'letter 7 redress.notifier',
      'of a queue redress.notifier',
    ]);
    expect(items[2]).toMatchObject({ queue, topic: null, size: 2 });
    // One record is one feedback, whoever could not handle it.
    expect(await counted()).toBe(2);
  });

  it('are counted once a feedback, samples apart, and not where it was decided', async () => {
    await keep(1, ofFeedback('twice'));
    await keep(2, ofFeedback('twice'));
    await keep(3, ofFeedback('decided before'));
    await keep(4, ofFeedback('on its way again'));
    await keep(5, ofFeedback('of a sample', { sample: true }));
    await decided('decided before');
    expect(await countDeadLetters(database, { except: [idOf('on its way again')] })).toEqual({
      counted: 1,
      samples: 1,
    });
  });

  it('are listed in parts, without what is in them, by reason, topic and whether they were put back', async () => {
    for (const offset of [1, 2, 3]) await keep(offset);
    await keep(4, { reason: 'newer version: is of type feedback.scored.v2' });
    await keep(5, { reason: '100% sure_ly', topic: 'feedback.received.v1' });
    await markReplayed(database, ['letter 2'], at(9));
    const idsOf = async (filter: object) =>
      (await listDeadLetters(database, { limit: 10, ...filter })).items.map(({ id }) => id);
    expect(await idsOf({ reason: 'newer version' })).toEqual(['letter 4']);
    expect(await idsOf({ reason: '100_ s' })).toEqual([]);
    expect(await idsOf({ topic: 'feedback.received.v1' })).toEqual(['letter 5']);
    expect(await idsOf({ replayed: true })).toEqual(['letter 2']);
    expect(await idsOf({ replayed: false, ids: ['letter 1', 'letter 2'] })).toEqual(['letter 1']);
    const first = await listDeadLetters(database, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(['letter 5', 'letter 4']);
    expect(await idsOf({ limit: 2, after: first.next! })).toEqual(['letter 3', 'letter 2']);
    expect(Object.keys(first.items[0]!)).not.toContain('bytes');
  });
});

describe('a dead letter that was put back', () => {
  it('is counted as what became of it: decided', async () => {
    await keep(1, ofFeedback('ann'));
    expect(await counted()).toBe(1);
    await markReplayed(database, ['letter 1'], at(9));
    expect(await counted()).toBe(0);
    await decided('ann');
    expect(await counted()).toBe(0);
  });

  it('is counted as what became of it: dead again, at another place', async () => {
    await keep(1);
    await keep(12, { headers: { 'redress-replay': 'letter 1' } });
    expect(await counted()).toBe(1);
    await markReplayed(database, ['letter 1'], at(9));
    expect(await counted()).toBe(1);
    const { items } = await listDeadLetters(database, { limit: 1 });
    expect(items).toMatchObject([{ id: 'letter 12', replayOf: 'letter 1' }]);
  });

  it('is not counted where the log knows before the store', async () => {
    await keep(1);
    await keep(2);
    expect(await counted({ replayed: ['letter 1'] })).toBe(1);
  });

  it('counts for dead to who looked at the log before', async () => {
    await keep(1);
    await markReplayed(database, ['letter 1'], at(9));
    expect(await counted({ asOf: at(8) })).toBe(1);
    expect(await counted({ asOf: at(9) })).toBe(0);
  });

  it('stays so when the log tells it again, and keeps when it was put aside', async () => {
    await keep(1);
    await keep(1, { replayedAt: at(9) });
    await keep(1);
    expect((await listDeadLetters(database, { limit: 1 })).items).toMatchObject([
      { at: at(1), replayedAt: at(9) },
    ]);
  });
});

describe('what nobody was told of', () => {
  it('is counted by the kind of its reason until somebody is, and no sample or old one with it', async () => {
    await keep(1);
    await keep(6);
    await keep(7);
    await keep(8, { reason: 'newer version: is of type feedback.scored.v2' });
    await keep(9, { reason: 'newer version: is of type feedback.scored.v3' });
    await keep(10, { reason: 'newer version: is of type feedback.scored.v3' });
    await keep(11, ofFeedback('of a sample', { sample: true }));
    const untold = await untoldDeadLetters(database, at(5));
    expect(untold).toEqual([
      { reason: 'newer version', ids: ['letter 10', 'letter 8', 'letter 9'] },
      { reason: 'is no JSON in UTF-8', ids: ['letter 6', 'letter 7'] },
    ]);
    await keep(12);
    await markTold(
      database,
      untold.flatMap(({ ids }) => ids),
    );
    expect(await untoldDeadLetters(database, at(5))).toEqual([
      { reason: 'is no JSON in UTF-8', ids: ['letter 12'] },
    ]);
  });
});
