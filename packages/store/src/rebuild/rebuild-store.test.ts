import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, EVENT_SCHEMAS, TOPICS, encodeEvent, eventIdOf } from '@redress/contracts';
import type { FeedbackScored, TopicName } from '@redress/contracts';
import { aLog, type TestLog } from '../fixtures/a-log.ts';
import {
  NOW,
  aCustomer,
  aDelivery,
  aScored,
  aStamp,
  aTask,
  anOpening,
  at,
  idOf,
} from '../fixtures/a-world.ts';
import {
  applyDecisions,
  findDelivery,
  findTask,
  isBehindLog,
  loadPositions,
  readOutbox,
  rebuildStore,
  saveCustomers,
  saveOwner,
  savePositions,
  takeEvents,
} from '../index.ts';
import type { Database, DeadLetter, RebuildSummary } from '../index.ts';
import { dumpStore, openTestDatabase } from '../testing.ts';
import { STATE_TOPICS } from './record-place.ts';

const SCORED = 'feedback.scored.v1';
const nothing = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
let log: TestLog;
let database: Database;
let again: Database;
beforeEach(async () => {
  log = aLog();
  [database, again] = [await openTestDatabase(), await openTestDatabase()];
}, 60_000);
afterEach(async () => {
  await database.close();
  await again.close();
});

const rebuild = (
  readDeadLetter: (value: Uint8Array) => DeadLetter | null = () => null,
): Promise<RebuildSummary> =>
  rebuildStore({
    database: again,
    log,
    policy: DEFAULT_POLICY,
    readDeadLetter,
    stamp: aStamp('rebuild', at(60)),
  });

const say = (scored: FeedbackScored): void => {
  const key = eventIdOf(scored.feedbackId, scored.revision);
  const value = encodeEvent({ id: key, type: SCORED, source: 'test', time: NOW, data: scored });
  log.put(SCORED, { partition: scored.partition, key, value });
};
/** A complaint that was decided, and is out. */
async function decide(name: string, customer: string, transaction = name): Promise<void> {
  const scored = aScored(name);
  const feedback = {
    eventId: eventIdOf(scored.feedbackId, scored.revision),
    feedbackId: scored.feedbackId,
  };
  say(scored);
  await database.transaction(async (tx) => {
    await takeEvents(tx, [feedback], NOW);
    await saveCustomers(tx, [aCustomer(customer)], aStamp(transaction));
    await applyDecisions(tx, [anOpening(name, customer)], aStamp(transaction));
  });
}
const saveTask = (version: number, owner: string, transaction = `v${String(version)}`) =>
  database.transaction((tx) =>
    applyDecisions(
      tx,
      [{ ...nothing, tasks: [aTask('t', 'sami', { version, owner })] }],
      aStamp(transaction),
    ),
  );
const ownerOf = async () => (await findTask(again, idOf('t')))?.owner;

describe('a store made again', () => {
  it('knows every topic that is kept for ever and that anybody writes', () => {
    const kept = (Object.keys(TOPICS) as TopicName[]).filter(
      (name) => TOPICS[name].retentionDays === null && Object.hasOwn(EVENT_SCHEMAS, name),
    );
    expect([...STATE_TOPICS].sort()).toEqual(kept.sort());
  });

  it('is as it was, with nothing for the queue and nothing decided', async () => {
    await decide('call', 'sami');
    await log.relay(database);
    const before = await dumpStore(database);
    expect(await rebuild()).toMatchObject({ feedback: 1, tasks: 1, deliveries: 1, unreadable: [] });
    expect(await dumpStore(again)).toEqual(before);
    expect(await readOutbox(again, 10)).toEqual([]);
    expect((await again.query('SELECT id FROM queue_messages')).rows).toEqual([]);
  });

  it('takes the change that was made last, not the record that came last', async () => {
    await saveTask(1, 'marta');
    await log.relay(database);
    const [first] = log.all('tasks.v1');
    await saveTask(2, 'kim');
    await log.relay(database);
    // A relay that lost its lead publishes what it had in hand.
    log.put('tasks.v1', first!);
    await rebuild();
    expect(await ownerOf()).toBe('kim');
  });

  it('does not know whether what was being sent went out, says so on the topic and does not send it', async () => {
    const sending = aDelivery('mail', 't', { state: 'sending', attempts: 1, version: 2 });
    await applyDecisions(database, [{ ...nothing, deliveries: [sending] }], aStamp());
    await log.relay(database);
    expect(await rebuild()).toMatchObject({ unknownDeliveries: 1 });
    expect(await findDelivery(again, sending.id)).toMatchObject({ state: 'unknown', version: 3 });
    expect(
      (await readOutbox(again, 10)).map(({ destination, topic }) => `${destination} ${topic}`),
    ).toEqual(['log deliveries.v1']);
  });

  it('draws numbers after all that the log has', async () => {
    await decide('call', 'sami');
    await log.relay(database);
    const last = Math.max(
      ...STATE_TOPICS.flatMap((topic) => log.all(topic)).map(({ headers }) =>
        Number(headers['sequence']),
      ),
    );
    await rebuild();
    await decideIn(again);
    const [row] = await readOutbox(again, 1);
    expect(row?.id).toBeGreaterThan(last);
    expect(row?.round).toBe(1);
  });

  it('refuses the log of a release that told less, and leaves out with its place what cannot be read', async () => {
    await saveTask(1, 'marta');
    await log.relay(database);
    const [good] = log.all('tasks.v1');
    log.put('tasks.v1', {
      ...good!,
      key: 'broken',
      value: Buffer.from('{'),
      headers: { ...good!.headers, sequence: '900', transaction: 'other', transaction_rows: '1' },
    });
    const summary = await rebuild();
    expect(summary.unreadable).toEqual([expect.stringMatching(/^tasks\.v1\/\d\/1: is no JSON/)]);
    expect(await ownerOf()).toBe('marta');
    log.put('owners.v1', { partition: 0, key: 'old' });
    await expect(rebuild()).rejects.toMatchObject({ code: 'REDRESS_LOG_OLDER' });
  });
});

async function decideIn(store: Database): Promise<void> {
  await store.transaction((tx) =>
    saveOwner(
      tx,
      { id: 'kim', email: 'kim@example.org', timeZone: 'UTC', languages: [], teams: [] },
      aStamp('owner'),
    ),
  );
}

describe('a transaction that reached the log in part', () => {
  it('is dropped whole, with those after it; what they applied is left to be decided', async () => {
    await decide('call', 'sami');
    await log.relay(database);
    const whole = await dumpStore(database);
    await decide('second call', 'other');
    await database.transaction((tx) => saveCustomers(tx, [aCustomer('third')], aStamp('after it')));
    await log.relay(database, ({ topic }) => topic !== 'deliveries.v1');
    expect(await rebuild()).toMatchObject({ droppedTransactions: 2 });
    expect(await dumpStore(again)).toEqual(whole);
  });

  it('counts for nothing later either, when others have followed it', async () => {
    await saveTask(1, 'marta');
    await log.relay(database);
    await database.transaction(async (tx) => {
      await applyDecisions(
        tx,
        [{ ...nothing, tasks: [aTask('t', 'sami', { version: 2, owner: 'kim' })] }],
        aStamp('cut'),
      );
      await saveOwner(
        tx,
        { id: 'kim', email: 'kim@example.org', timeZone: 'UTC', languages: [], teams: [] },
        aStamp('cut'),
      );
    });
    await log.relay(database, ({ topic }) => topic === 'tasks.v1');
    await rebuild();
    expect(await ownerOf()).toBe('marta');
    await decideIn(again);
    await log.relay(again);
    const third = await openTestDatabase();
    try {
      await rebuildStore({
        database: third,
        log,
        policy: DEFAULT_POLICY,
        readDeadLetter: () => null,
        stamp: aStamp('third'),
      });
      expect((await findTask(third, idOf('t')))?.owner).toBe('marta');
    } finally {
      await third.close();
    }
  });

  it('is none where its round was done again', async () => {
    await saveTask(1, 'marta');
    await database.transaction(async (tx) => {
      await applyDecisions(
        tx,
        [{ ...nothing, tasks: [aTask('t', 'sami', { version: 2, owner: 'kim' })] }],
        aStamp('two'),
      );
      await saveCustomers(tx, [aCustomer('sami')], aStamp('two'));
    });
    await log.relay(database, (_, index) => index === 1);
    await log.relay(database);
    expect(await rebuild()).toMatchObject({ droppedTransactions: 0 });
    expect(await ownerOf()).toBe('kim');
  });
});

describe('where reading goes on', () => {
  it('is the first event that nobody applied, put aside or erased', async () => {
    const [applied, dead, erased, left] = ['a', 'b', 'c', 'd'].map((name) =>
      aScored(name, { partition: 2 }),
    );
    for (const scored of [applied, dead, erased, left]) say(scored!);
    const eventId = (scored: FeedbackScored | undefined) =>
      eventIdOf(scored!.feedbackId, scored!.revision);
    log.put(SCORED, { partition: 2, key: eventId(erased) });
    await savePositions(database, 'redress.notifier', new Map([[`${SCORED}/2`, 1]]), {
      ...aStamp(),
      eventIds: [eventId(applied)],
    });
    await log.relay(database);
    log.put('dead-letters.v1', { partition: 0, key: 'x', value: Buffer.from('letter') });
    await rebuild(() => ({
      id: 'letter',
      topic: SCORED,
      partition: 2,
      offset: 1,
      queue: null,
      key: 'x',
      headers: {},
      group: 'redress.notifier',
      reason: 'broken',
      attempts: 5,
      at: NOW,
      bytes: null,
      replayedAt: null,
    }));
    expect(await loadPositions(again, 'redress.notifier')).toEqual(new Map([[`${SCORED}/2`, 3]]));
    const { rows } = await again.query<{ event_id: string }>('SELECT event_id FROM applied_events');
    expect(rows.map((row) => row.event_id).sort()).toEqual(
      [eventId(applied), eventId(erased)].sort(),
    );
    expect((await again.query('SELECT id, told FROM dead_letters')).rows).toEqual([
      { id: 'letter', told: true },
    ]);
  });
});

describe('a store that is behind the log', () => {
  it('is told from one that is not, also where a round was cut short', async () => {
    expect(await isBehindLog(database, log)).toBe(false);
    await saveTask(1, 'marta');
    await log.relay(database, () => true);
    // Out, but not yet taken away: the store knows what it will put out again.
    expect(await isBehindLog(database, log)).toBe(false);
    // An empty one, as old as can be.
    expect(await isBehindLog(again, log)).toBe(true);
    await log.relay(database);
    expect(await isBehindLog(database, log)).toBe(false);
    expect(await isBehindLog(again, log)).toBe(true);
    await rebuild();
    expect(await isBehindLog(again, log)).toBe(false);
    await saveTask(2, 'kim');
    await log.relay(database);
    expect(await isBehindLog(again, log)).toBe(true);
  });

  it('is told where it went another way since, with rows of the same numbers', async () => {
    await saveTask(1, 'marta', 'one way');
    await log.relay(database);
    await applyDecisions(
      again,
      [{ ...nothing, tasks: [aTask('t', 'sami', { owner: 'kim' })] }],
      aStamp('the other'),
    );
    expect(await isBehindLog(again, log)).toBe(true);
  });
});
