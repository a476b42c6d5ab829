import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { describeLeadsAndNotifications } from './leads.conformance.ts';
import { describeTransactions } from './transactions.conformance.ts';
import { migrate } from './migrations/migrate.ts';
import { readMigrations } from './migrations/read-migrations.ts';
import type { Database } from './queryable.ts';
import type { DatabaseCapabilities, DatabaseUnderTest } from './under-test.conformance.ts';

export type { DatabaseCapabilities, DatabaseUnderTest } from './under-test.conformance.ts';

/** What every database must do; an engine's spec calls it with a factory. Tests share a database, but for those that close it. */
export function describeDatabase(
  name: string,
  factory: () => Promise<DatabaseUnderTest>,
  capabilities: DatabaseCapabilities,
): void {
  describe(`${name} as a database`, () => {
    let under: DatabaseUnderTest;
    let database: Database;
    const closeAll = async (opened: DatabaseUnderTest): Promise<void> => {
      await opened.database.close();
      await opened.cleanup();
    };
    beforeAll(async () => {
      under = await factory();
      database = under.database;
    }, 60_000);
    afterAll(() => closeAll(under), 60_000);
    beforeEach(async () => {
      await database.execute(
        'DROP TABLE IF EXISTS notes; CREATE TABLE notes (id integer PRIMARY KEY, said text)',
      );
    });
    const current = (): DatabaseUnderTest => under;

    it('answers every type the same', async () => {
      const { rows } = await database.query(
        `SELECT 5000000000::int8 AS big, 7::int4 AS small, 1.5::float8 AS float, 12.50::numeric AS exact, true AS yes, NULL::text AS none,
                '2026-11-22T10:00:00.5+02:30'::timestamptz AS at, '2026-11-22'::date AS day, '1 day'::interval AS span,
                '{"a":[1,null]}'::jsonb AS data, '"text"'::jsonb AS word, '\\x00ff'::bytea AS bytes,
                ARRAY['a', 'b,"c', NULL] AS texts, ARRAY[1, 2]::int8[] AS bigs, ARRAY['2026-11-22'::date] AS days,
                ARRAY['2026-11-22T10:00:00Z'::timestamptz, NULL] AS many, ARRAY[1.50]::numeric[] AS exacts`,
      );
      expect(rows).toEqual([
        {
          big: 5_000_000_000,
          small: 7,
          float: 1.5,
          exact: '12.50',
          yes: true,
          none: null,
          at: '2026-11-22T07:30:00.500Z',
          day: '2026-11-22',
          span: '1 day',
          data: { a: [1, null] },
          word: 'text',
          bytes: new Uint8Array([0, 255]),
          texts: ['a', 'b,"c', null],
          bigs: [1, 2],
          days: ['2026-11-22'],
          many: ['2026-11-22T10:00:00.000Z', null],
          exacts: ['1.50'],
        },
      ]);
    });

    it('takes every type the same', async () => {
      const { rows } = await database.query(
        `SELECT $1::text AS text, $2::text[] AS texts, $3::bigint[] AS bigs, $4::timestamptz AS at, $5::text::jsonb AS data,
                $6::boolean AS no, $7::integer AS none, $8::bytea AS bytes, $9::float8 AS float`,
        [
          'zażółć "x" \\ 🐸',
          ['a,b', '{"c"}', ''],
          [5_000_000_000, 1],
          '2026-11-22T10:00:00.123+01:00',
          JSON.stringify({ a: "it's" }),
          false,
          null,
          new Uint8Array([1, 2, 0]),
          0.1,
        ],
      );
      expect(rows).toEqual([
        {
          text: 'zażółć "x" \\ 🐸',
          texts: ['a,b', '{"c"}', ''],
          bigs: [5_000_000_000, 1],
          at: '2026-11-22T09:00:00.123Z',
          data: { a: "it's" },
          no: false,
          none: null,
          bytes: new Uint8Array([1, 2, 0]),
          float: 0.1,
        },
      ]);
    });

    it('runs in UTC', async () => {
      const { rows } = await database.query(
        "SELECT ('2026-11-22T23:30:00-02:00'::timestamptz)::date AS day, '2026-11-22'::timestamptz AS at",
      );
      expect(rows).toEqual([{ day: '2026-11-23', at: '2026-11-22T00:00:00.000Z' }]);
    });

    it('tells how many rows a statement changed', async () => {
      const insert = await database.query("INSERT INTO notes VALUES (1, 'a'), (2, 'b')");
      const update = await database.query("UPDATE notes SET said = 'c' WHERE id = $1", [1]);
      const none = await database.query('DELETE FROM notes WHERE id = 9');
      expect([insert, update, none].map(({ affectedRows }) => affectedRows)).toEqual([2, 1, 0]);
    });

    it('runs several statements at once, and keeps none of a transaction among them that failed', async () => {
      await database.execute('BEGIN; INSERT INTO notes VALUES (1); COMMIT;');
      const failing = database.execute(
        'BEGIN; INSERT INTO notes VALUES (2); INSERT INTO notes VALUES (1); COMMIT;',
      );
      await expect(failing).rejects.toMatchObject({ code: 'REDRESS_STORE_CONFLICT' });
      const { rows } = await database.query('SELECT id FROM notes');
      expect(rows).toEqual([{ id: 1 }]);
    });

    it('tells what kind of failure it was, and never a value', async () => {
      await database.query("INSERT INTO notes VALUES (1, 'a')");
      const failureOf = (sql: string, parameters?: unknown[]) =>
        database.query(sql, parameters).then(
          () => null,
          (error: unknown) => error,
        );
      const conflict = await failureOf('INSERT INTO notes VALUES ($1, $2)', [1, 'my secret words']);
      expect(conflict).toMatchObject({ code: 'REDRESS_STORE_CONFLICT', retryable: false });
      const refused = await failureOf('SELECT $1::timestamptz', ['my secret words']);
      expect(refused).toMatchObject({ code: 'REDRESS_STORE_REFUSED', retryable: false });
      expect([conflict, refused].map((error) => String(error)).join()).not.toContain('secret');
      await expect(database.query('SELECT 1 AS one')).resolves.toMatchObject({
        rows: [{ one: 1 }],
      });
    });

    describeTransactions(current, capabilities);
    describeLeadsAndNotifications(current);

    it('is migrated once, by however many at the same time', async () => {
      const others = await Promise.all(
        under.openAnother === undefined ? [] : [under.openAnother(), under.openAnother()],
      );
      await migrate(database);
      const { rows } = await database.query(
        'SELECT version FROM applied_migrations ORDER BY version',
      );
      expect(rows).toEqual((await readMigrations()).map(({ version }) => ({ version })));
      for (const other of others) await other.close();
    });

    it('ends what is in hand before it is closed, and answers nothing later', async () => {
      const own = await factory();
      const { database: closing } = own;
      const lead = await closing.takeLead('relay');
      const late = closing.query("INSERT INTO accounts VALUES ('late') RETURNING id");
      const slow = closing.transaction(async (transaction) => {
        await transaction.query('SELECT 1');
        return transaction.query("INSERT INTO accounts VALUES ('slow') RETURNING id");
      });
      const end = closing.close();
      const closed = { code: 'REDRESS_STORE_CLOSED' };
      await expect(closing.query('SELECT 1')).rejects.toMatchObject(closed);
      await expect(closing.transaction(async () => undefined)).rejects.toMatchObject(closed);
      await expect(closing.takeLead('x')).rejects.toMatchObject(closed);
      await expect(closing.notify('x')).rejects.toMatchObject(closed);
      await expect(closing.listen('x', () => undefined)).rejects.toMatchObject(closed);
      await end;
      await expect(late).resolves.toMatchObject({ rows: [{ id: 'late' }] });
      await expect(slow).resolves.toMatchObject({ rows: [{ id: 'slow' }] });
      expect(lead!.lost.aborted).toBe(true);
      await closeAll(own);
    }, 60_000);
  });
}
