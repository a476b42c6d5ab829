import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCustomer, aStamp, anOpening, idOf, NOW } from '../fixtures/a-world.ts';
import {
  applyDecisions,
  countOutcomes,
  findCustomers,
  findFeedback,
  findStory,
  readOutbox,
  removeSamples,
  saveContact,
  saveCustomers,
  saveOwner,
  takeEvents,
} from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

const owner = {
  id: 'marta',
  email: 'marta@example.com',
  timeZone: 'UTC',
  languages: [],
  teams: [],
};
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('samples', () => {
  it('are counted apart and taken away without a trace of real feedback, tombstones for the log', async () => {
    await saveCustomers(
      database,
      [aCustomer('real'), aCustomer('sample', { sample: true })],
      aStamp(),
    );
    await saveOwner(database, owner, aStamp());
    await saveOwner(database, { ...owner, id: 'sample-owner', sample: true }, aStamp());
    await takeEvents(
      database,
      [
        { eventId: idOf('e1'), feedbackId: idOf('sample call') },
        { eventId: idOf('e2'), feedbackId: idOf('sample call') },
      ],
      NOW,
    );
    await applyDecisions(
      database,
      [anOpening('real call', 'real'), anOpening('sample call', 'sample', { sample: true })],
      aStamp(),
    );
    const contact = {
      id: idOf('sms'),
      customerId: idOf('real'),
      at: NOW,
      channel: 'sms',
      direction: 'outbound' as const,
      kind: 'sales' as const,
    };
    expect(await saveContact(database, contact, aStamp())).toBe(true);
    expect(await saveContact(database, contact, aStamp())).toBe(false);
    expect(await countOutcomes(database)).toMatchObject({
      counted: { task: 1 },
      samples: { task: 1 },
    });
    await database.query('DELETE FROM outbox');

    const removed = await database.transaction((tx) => removeSamples(tx, aStamp('remove')));
    expect(removed).toEqual({
      deliveryIds: expect.any(Array),
      feedback: 1,
      tasks: 1,
      deliveries: 1,
      customers: 1,
      owners: 1,
      contacts: 0,
    });
    expect(await countOutcomes(database)).toMatchObject({
      counted: { task: 1 },
      samples: { task: 0 },
    });
    expect(await findFeedback(database, [idOf('real call')])).toHaveLength(1);
    expect(await findCustomers(database, [idOf('sample')])).toEqual([]);
    expect((await findStory(database, idOf('real'))).map(({ kind }) => kind)).toEqual([
      'touch',
      'contact',
      'task',
      'delivery',
    ]);
    const rows = await readOutbox(database, 100);
    expect(rows.every(({ value }) => value === null)).toBe(true);
    const told = rows.map(({ topic, key, partition }) =>
      `${topic} ${key} ${topic.startsWith('feedback.received') ? String(partition) : ''}`.trim(),
    );
    expect(told).toContain(`feedback.received.v1 ${idOf('e1')} 2`);
    expect(told).toContain(`feedback.received.v1 ${idOf('e2')} 2`);
    expect(rows.map(({ topic }) => topic)).toEqual([
      'feedback.received.v1',
      'feedback.received.v1',
      'feedback.scored.v1',
      'feedback.scored.v1',
      'feedback.decided.v1',
      'alerts.v1',
      'tasks.v1',
      'task-activity.v1',
      'task-activity.v1',
      'deliveries.v1',
      'customers.v1',
      'owners.v1',
    ]);
    expect(
      await takeEvents(database, [{ eventId: idOf('e1'), feedbackId: idOf('sample call') }], NOW),
    ).toEqual(new Set());
  });
});
