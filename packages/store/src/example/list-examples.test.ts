import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Task } from '@redress/domain';
import { applyDecisions } from '../decision/apply-decisions.ts';
import { saveCustomers } from '../customer/save-customers.ts';
import { aCustomer, aStamp, aTask, aTouch, at, idOf } from '../fixtures/a-world.ts';
import type { Database } from '../queryable.ts';
import { openTestDatabase } from '../testing.ts';
import { listExamples } from './list-examples.ts';

const nothing = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
const resolution = {
  cause: 'outage-access',
  causes: ['outage-access', 'usability'],
  action: { type: 'apology' },
  by: 'marta',
} as const;
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

/** A task of a customer of its own, opened so many minutes from now, about one feedback of its name. */
async function seed(name: string, minutes: number, over: Partial<Task>): Promise<void> {
  const customer = `customer of ${name}`;
  await saveCustomers(database, [aCustomer(customer)], aStamp());
  const task = aTask(name, customer, {
    touches: [idOf(`words of ${name}`)],
    openedAt: at(minutes),
    state: 'resolved',
    nextClockAt: null,
    resolution,
    ...over,
  });
  const sample = over.sample === true;
  await applyDecisions(
    database,
    [
      {
        ...nothing,
        tasks: [task],
        touches: [aTouch(`words of ${name}`, customer, name, { text: `It is ${name}.`, sample })],
      },
    ],
    aStamp(name),
  );
}

describe('examples', () => {
  it('are the words of tasks that were resolved with causes confirmed, of no others', async () => {
    await seed('down', 1, {});
    await seed('unconfirmed', 2, {
      resolution: { cause: 'other', action: { type: 'none' }, by: 'marta' },
    });
    await seed('open', 3, { state: 'open', resolution: null });
    await seed('a sample', 4, { sample: true });
    expect(await listExamples(database, { limit: 10 })).toEqual({
      items: [
        {
          id: `${idOf('down')}:1`,
          customerId: idOf('customer of down'),
          language: 'en',
          causes: ['outage-access', 'usability'],
          churn: 'none',
          exposure: 'none',
          text: 'It is down.',
        },
      ],
      next: null,
    });
  });

  it('stay when the task goes on in a new cycle', async () => {
    const task = aTask('again', 'customer of again');
    await seed('again', 1, {
      state: 'open',
      cycle: 2,
      resolution: null,
      touches: [],
      pastCycles: [
        {
          cycle: 1,
          touches: [idOf('words of again')],
          severity: 'high',
          openedAt: task.openedAt,
          acknowledgedAt: null,
          promisedAt: null,
          deliveredAt: null,
          endedAt: task.openedAt,
          resolution,
        },
      ],
    });
    const { items } = await listExamples(database, { limit: 10 });
    expect(items).toMatchObject([{ id: `${idOf('again')}:1`, text: 'It is again.' }]);
  });

  it('come a page at a time, newest first, and go with the words', async () => {
    for (const [minutes, name] of ['first', 'second', 'third'].entries())
      await seed(name, minutes, {});
    const page = await listExamples(database, { limit: 2 });
    expect(page.items.map(({ text }) => text)).toEqual(['It is third.', 'It is second.']);
    const rest = await listExamples(database, { limit: 2, after: page.next ?? '' });
    expect(rest.items.map(({ text }) => text)).toEqual(['It is first.']);
    expect(rest.next).toBeNull();
    await expect(listExamples(database, { limit: 2, after: 'x' })).rejects.toMatchObject({
      code: 'REDRESS_CURSOR_INVALID',
    });
    await database.query('DELETE FROM feedback');
    expect((await listExamples(database, { limit: 10 })).items).toEqual([]);
  });
});
