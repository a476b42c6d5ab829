import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPICS, decodeEnvelope, decodeEvent, eventIdOf, partitionOfKey } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import { listActivity } from '../activity/list-activity.ts';
import { claimDueClocks } from '../clock/claim-due-clocks.ts';
import { saveCustomers } from '../customer/save-customers.ts';
import { saveJoins } from '../customer/save-joins.ts';
import { findDelivery } from '../delivery/find-delivery.ts';
import {
  aCustomer,
  aDelivery,
  aScored,
  aStamp,
  aTask,
  anOpening,
  at,
  idOf,
  NOW,
} from '../fixtures/a-world.ts';
import { findFeedback } from '../feedback/find-feedback.ts';
import { readOutbox } from '../outbox/read-outbox.ts';
import type { Database } from '../queryable.ts';
import { findTask } from '../task/find-task.ts';
import { openTestDatabase } from '../testing.ts';
import { applyDecisions } from './apply-decisions.ts';

const nothing = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await saveCustomers(database, [aCustomer('sami'), aCustomer('sami as well')], aStamp());
  await database.query('DELETE FROM outbox');
}, 60_000);
afterEach(() => database.close());

const bytes = (value: string | null) => new TextEncoder().encode(value ?? '');

describe('applying a decision', () => {
  it('writes rows that read back as they were', async () => {
    const opening = anOpening('call', 'sami');
    await applyDecisions(database, [opening], aStamp());
    expect(await findTask(database, idOf('task of call'))).toEqual(opening.tasks[0]);
    expect(await findDelivery(database, idOf('mail of call'))).toEqual(opening.deliveries[0]);
    expect(await findFeedback(database, [idOf('call')])).toEqual(opening.touches);
    const { rows } = await database.query('SELECT cause, day, count FROM theme_deltas');
    expect(rows).toEqual([{ cause: 'delay-waiting', day: '2026-11-22', count: 1 }]);
  });

  it('sends out the whole rows, the decision, the alert and the message to the queue', async () => {
    await applyDecisions(database, [anOpening('call', 'sami')], aStamp());
    const rows = await readOutbox(database, 100);
    expect(rows.map(({ destination, topic }) => `${destination} ${topic}`)).toEqual([
      'log tasks.v1',
      'log deliveries.v1',
      'queue deliveries.v1',
      'log task-activity.v1',
      'log feedback.decided.v1',
      'log alerts.v1',
    ]);
    for (const { destination, topic, key, partition, value, transactionId } of rows) {
      expect(transactionId).toBe(aStamp().transactionId);
      if (destination !== 'log') continue;
      expect(partition).toBe(partitionOfKey(key, TOPICS[topic].partitions));
      expect(decodeEnvelope(bytes(value))).toMatchObject({
        ok: true,
        event: { type: topic, source: 'notifier', time: NOW, transaction: transactionId },
      });
    }
    const decided = rows.find(({ topic }) => topic === 'feedback.decided.v1');
    expect(decodeEvent('feedback.decided.v1', bytes(decided?.value ?? null))).toMatchObject({
      ok: true,
      event: {
        data: {
          feedbackId: idOf('call'),
          eventId: eventIdOf(idOf('call'), aScored('call').revision),
          outcome: 'task',
          policyVersion: 'built-in',
          taskId: idOf('task of call'),
        },
      },
    });
    const queued = rows.find(({ destination }) => destination === 'queue');
    expect(JSON.parse(queued?.value ?? '')).toEqual({
      deliveryId: idOf('mail of call'),
      version: 1,
    });
    expect(queued?.notBefore).toBe(NOW);
  });

  it('gives the same change the same event id and another version another', async () => {
    const idsOf = async (version: number) => {
      await applyDecisions(
        database,
        [{ ...nothing, tasks: [aTask('t', 'sami', { version })] }],
        aStamp(),
      );
      const [row] = await readOutbox(database, 1);
      await database.query('DELETE FROM outbox');
      const read = decodeEnvelope(bytes(row?.value ?? null));
      return read.ok ? read.event.id : '';
    };
    const [first, again, next] = [await idsOf(1), await idsOf(1), await idsOf(2)];
    expect(again).toBe(first);
    expect(next).not.toBe(first);
  });

  it('puts a queued delivery on the queue once, and again when its time changes', async () => {
    const save = async (notBefore: string, version: number) => {
      await database.query('DELETE FROM outbox');
      const delivery = aDelivery('mail', 't', { notBefore, version });
      await applyDecisions(database, [{ ...nothing, deliveries: [delivery] }], aStamp());
      return (await readOutbox(database, 10)).filter(({ destination }) => destination === 'queue')
        .length;
    };
    expect([await save(NOW, 1), await save(NOW, 2), await save(at(3), 3)]).toEqual([1, 0, 1]);
  });

  it('keeps what happened on the timeline of the task', async () => {
    await applyDecisions(database, [anOpening('call', 'sami')], aStamp());
    const lines = await listActivity(database, idOf('task of call'));
    expect(lines.map(({ actor, type }) => [actor, type])).toEqual([
      ['redress', 'task.opened'],
      ['redress', 'alert.raised'],
    ]);
  });

  it('replaces the clocks of a task, and leaves none to a closed one', async () => {
    await applyDecisions(database, [{ ...nothing, tasks: [aTask('t', 'sami')] }], aStamp());
    expect(await claimDueClocks(database, at(600), at(601), 10)).toHaveLength(1);
    const closed = aTask('t', 'sami', {
      state: 'resolved',
      version: 2,
      resolvedAt: NOW,
      nextClockAt: null,
    });
    await applyDecisions(database, [{ ...nothing, tasks: [closed] }], aStamp());
    expect(await claimDueClocks(database, at(6000), at(6001), 10)).toEqual([]);
  });

  it('lets a customer have one open task', async () => {
    await applyDecisions(database, [{ ...nothing, tasks: [aTask('one', 'sami')] }], aStamp());
    const second = applyDecisions(
      database,
      [{ ...nothing, tasks: [aTask('two', 'sami')] }],
      aStamp('two'),
    );
    await expect(second).rejects.toMatchObject({ code: 'REDRESS_STORE_CONFLICT' });
  });

  it('closes a task before another takes its customer, in whatever order they come', async () => {
    await applyDecisions(
      database,
      [{ ...nothing, tasks: [aTask('one', 'sami'), aTask('two', 'sami as well')] }],
      aStamp(),
    );
    const moved = aTask('two', 'sami', { version: 2 });
    const merged = aTask('one', 'sami', { state: 'closed', closedReason: 'merged', version: 2 });
    await applyDecisions(database, [{ ...nothing, tasks: [moved, merged] }], aStamp('two'));
    expect(await findTask(database, idOf('two'))).toMatchObject({
      customerId: idOf('sami'),
      state: 'open',
    });
  });

  it('keeps the customer that a feedback first came by, whoever survives', async () => {
    await applyDecisions(database, [anOpening('call', 'sami as well')], aStamp());
    const join = {
      from: idOf('sami as well'),
      into: idOf('sami'),
      at: NOW,
      because: { eventId: null, identityTypes: [] },
    };
    await saveJoins(database, [join], aStamp('join'));
    const [touch] = await findFeedback(database, [idOf('call')]);
    expect(touch?.customerId).toBe(idOf('sami'));
    if (touch === undefined) return;
    await applyDecisions(database, [{ ...nothing, touches: [touch] }], aStamp('again'));
    const other = { ...touch, scored: aScored('mail') };
    const foundAs = new Map([[idOf('mail'), idOf('sami as well')]]);
    await applyDecisions(database, [{ ...nothing, touches: [other] }], {
      ...aStamp('found'),
      foundAs,
    });
    const { rows } = await database.query('SELECT DISTINCT customer_id FROM feedback');
    expect(rows).toEqual([{ customer_id: idOf('sami as well') }]);
  });

  it('writes tasks.v1 and customers.v1 under keys that are ids', async () => {
    await applyDecisions(database, [anOpening('call', 'sami')], aStamp());
    const byTopic = new Map<TopicName, string>(
      (await readOutbox(database, 9)).map(({ topic, key }) => [topic, key]),
    );
    expect(byTopic.get('tasks.v1')).toBe(idOf('task of call'));
  });
});
