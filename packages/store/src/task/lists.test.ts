import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCustomer, aDelivery, aStamp, aTask, at, idOf, NOW } from '../fixtures/a-world.ts';
import {
  applyDecisions,
  listDeliveries,
  listTasks,
  saveCustomers,
  saveDeliveries,
  sentInLastHour,
} from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

const nothing = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('lists', () => {
  it('of tasks come a page at a time in every order, and fit the filter', async () => {
    const severities = ['low', 'critical', 'high', 'medium', 'critical'] as const;
    const tasks = severities.map((severity, place) =>
      aTask(`t${String(place)}`, `c${String(place)}`, {
        severity,
        openedAt: at(place),
        nextClockAt: place === 3 ? null : at(100 - place),
        ...(place === 3
          ? { state: 'resolved' as const, owner: 'piotr', causes: ['other' as const] }
          : {}),
      }),
    );
    await saveCustomers(
      database,
      tasks.map((_task, place) =>
        aCustomer(`c${String(place)}`, { name: place === 0 ? '100 % Anna' : 'Jan' }),
      ),
      aStamp(),
    );
    await applyDecisions(database, [{ ...nothing, tasks }], aStamp());
    const all = async (order: 'due' | 'opened' | 'severity') => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listTasks(database, { order, limit: 2, after });
        seen.push(
          ...page.items.map(({ id }) => `t${String(tasks.findIndex((task) => task.id === id))}`),
        );
        after = page.next ?? undefined;
      } while (after !== undefined);
      return seen;
    };
    expect(await all('due')).toEqual(['t4', 't2', 't1', 't0', 't3']);
    expect(await all('opened')).toEqual(['t4', 't3', 't2', 't1', 't0']);
    const worst = await all('severity');
    expect(new Set(worst.slice(0, 2))).toEqual(new Set(['t1', 't4']));
    expect(worst.slice(2)).toEqual(['t2', 't3', 't0']);

    const count = async (filter: object) =>
      (await listTasks(database, { order: 'due', limit: 10, ...filter })).items.length;
    expect(await count({ state: 'unfinished' })).toBe(4);
    expect(await count({ state: 'resolved' })).toBe(1);
    expect(await count({ severity: 'critical' })).toBe(2);
    expect(await count({ owner: 'piotr' })).toBe(1);
    expect(await count({ cause: 'delay-waiting' })).toBe(4);
    expect(await count({ q: 'jan' })).toBe(4);
    expect(await count({ q: '100 %' })).toBe(1);
    expect(await count({ q: '%' })).toBe(1);
    await expect(listTasks(database, { order: 'due', limit: 1, after: 'x' })).rejects.toMatchObject(
      { code: 'REDRESS_CURSOR_INVALID' },
    );
  });

  it('of deliveries come newest first; those sent in the last hour are counted', async () => {
    const sent = (name: string, minutes: number) =>
      aDelivery(name, 't', { state: 'sent', createdAt: at(minutes), sentAt: at(minutes) });
    await saveDeliveries(
      database,
      [sent('a', -61), sent('b', -59), sent('c', 0), aDelivery('d', 't')],
      aStamp(),
    );
    expect(await sentInLastHour(database, 'marta', NOW)).toBe(2);
    const first = await listDeliveries(database, { state: 'sent', limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([idOf('c'), idOf('b')]);
    const second = await listDeliveries(database, {
      state: 'sent',
      limit: 2,
      after: first.next ?? undefined,
    });
    expect(second).toMatchObject({ items: [{ id: idOf('a') }], next: null });
  });
});
