import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aStamp, at, NOW } from '../fixtures/a-world.ts';
import { appendOutbox, deleteOutbox, oldestOutboxAge, readOutbox } from '../index.ts';
import type { Database, NewOutboxRow } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

describe('the outbox', () => {
  const row = (key: string, over: Partial<NewOutboxRow> = {}): NewOutboxRow => ({
    destination: 'log',
    topic: 'tasks.v1',
    partition: 1,
    key,
    value: '{}',
    notBefore: null,
    ...over,
  });

  it('is read in order and never parts a transaction', async () => {
    for (const transaction of ['one', 'two', 'three']) {
      await database.transaction((tx) =>
        appendOutbox(
          tx,
          [row(`${transaction} a`), row(`${transaction} b`, { value: null })],
          aStamp(transaction),
        ),
      );
    }
    const rows = await readOutbox(database, 3);
    expect(rows.map(({ key }) => key)).toEqual(['one a', 'one b', 'two a', 'two b']);
    expect(rows[1]?.value).toBeNull();
    await deleteOutbox(
      database,
      rows.map(({ id }) => id),
    );
    expect((await readOutbox(database, 3)).map(({ key }) => key)).toEqual(['three a', 'three b']);
  });

  it('is not held up by a transaction that has nothing to do with it', async () => {
    await appendOutbox(database, [row('a')], aStamp());
    // As if a transaction with a lower id went on for hours, e.g. an index being made.
    await database.query(
      'UPDATE outbox SET xid = (pg_current_xact_id()::text::bigint + 100)::text::xid8',
    );
    expect(await readOutbox(database, 10)).toHaveLength(1);
  });

  it('keeps the rows of a transaction that was slow, however many were read before', async () => {
    await appendOutbox(database, [row('slow'), row('fast')], aStamp());
    // The slow one drew its ids first and commits after the fast one was taken out.
    const [, fast] = await readOutbox(database, 10);
    await deleteOutbox(database, [fast!.id]);
    expect(await readOutbox(database, 10)).toMatchObject([{ key: 'slow' }]);
  });

  it('tells the age of its oldest row', async () => {
    expect(await oldestOutboxAge(database, NOW)).toBeNull();
    await appendOutbox(database, [row('a')], aStamp());
    expect(await oldestOutboxAge(database, at(2))).toBe(120);
  });
});
