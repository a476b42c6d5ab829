import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCustomer, aStamp, idOf } from '../fixtures/a-world.ts';
import { startPostgres } from '../fixtures/a-postgres.ts';
import type { APostgres } from '../fixtures/a-postgres.ts';
import { lockCustomers, saveCustomers, saveJoins } from '../index.ts';
import type { Database } from '../index.ts';

let postgres: APostgres;
let database: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  database = await postgres.open();
}, 60_000);
afterAll(() => postgres.close(), 60_000);

describe('customers that are locked by two', () => {
  it('are locked with whom they were joined into while the second waited', async () => {
    const [gone, kept] = [idOf('gone'), idOf('kept')];
    await database.transaction((tx) =>
      saveCustomers(tx, [aCustomer('gone'), aCustomer('kept')], aStamp()),
    );
    let join: () => void = () => undefined;
    const joining = new Promise<void>((resolve) => {
      join = resolve;
    });
    const first = database.transaction(async (tx) => {
      await lockCustomers(tx, [gone, kept]);
      await joining;
      const because = { eventId: null, identityTypes: [] };
      await saveJoins(tx, [{ from: gone, into: kept, at: aStamp().at, because }], aStamp('two'));
    });
    const second = database.transaction(async (tx) => {
      const survivors = await lockCustomers(tx, [gone]);
      const free = await postgres.admin.query(
        'SELECT id FROM customers WHERE id = ANY($1) FOR UPDATE SKIP LOCKED',
        [[gone, kept]],
      );
      return { survivor: survivors.get(gone), free: free.rows };
    });
    await postgres.admin.query('SELECT pg_sleep(0.2)');
    join();
    await first;
    expect(await second).toEqual({ survivor: kept, free: [] });
  });
});
