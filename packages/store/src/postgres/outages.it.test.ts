import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@redress/testkit';
import { startPostgres } from '../fixtures/a-postgres.ts';
import type { APostgres } from '../fixtures/a-postgres.ts';
import type { Database, Queryable } from '../queryable.ts';

let postgres: APostgres;
beforeEach(async () => {
  postgres = await startPostgres();
  await postgres.admin.query('CREATE TABLE notes (id integer PRIMARY KEY, said text)');
}, 60_000);
afterEach(() => postgres.close(), 60_000);

const UNAVAILABLE = { code: 'REDRESS_STORE_UNAVAILABLE', retryable: true };
const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );
const answers = async (database: Database): Promise<void> => {
  expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
};
/** Fills the pool, so that all its connections are idle afterwards. */
const warm = async (database: Database): Promise<void> => {
  await Promise.all([1, 2, 3, 4].map(() => database.query('SELECT pg_sleep(0.05)')));
};
const asPid = async (tx: Queryable): Promise<number> => {
  const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]!.pid;
};

describe('a pool whose server goes away', () => {
  it('answers again after every idle connection was ended by the server', async () => {
    const database = await postgres.open();
    await warm(database);
    await postgres.endSessions();
    await eventually('connection', () =>
      failureOf(database.query('SELECT 1')).then((e) => e === null || null),
    );
    await warm(database);
  });

  it('answers again after every idle connection broke without a word', async () => {
    const database = await postgres.open();
    await warm(database);
    await postgres.proxy.set('reset');
    expect(await failureOf(database.query('SELECT 1'))).toMatchObject(UNAVAILABLE);
    await postgres.proxy.set('pass');
    // A transaction is run again on the next connection, until it gets one that lives.
    await database.transaction((tx) => tx.query('SELECT 1'));
    await warm(database);
  });

  it('says of what was in hand that it may be tried again', async () => {
    const database = await postgres.open();
    const asked = [1, 2, 3].map(() => failureOf(database.query('SELECT pg_sleep(20)')));
    await eventually('statement in hand', async () => {
      const { rows } = await postgres.admin.query(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'",
      );
      return rows.length === 3 ? true : null;
    });
    await postgres.endSessions();
    for (const failure of await Promise.all(asked)) expect(failure).toMatchObject(UNAVAILABLE);
    await answers(database);
  });

  it('runs a transaction again that lost its connection before COMMIT', async () => {
    const database = await postgres.open();
    let runs = 0;
    await database.transaction(async (tx) => {
      runs += 1;
      await tx.query('INSERT INTO notes VALUES (1)');
      if (runs === 1) await postgres.endSessions();
      await tx.query('INSERT INTO notes VALUES (2)');
    });
    expect(runs).toBe(2);
    expect((await database.query('SELECT id FROM notes ORDER BY id')).rows).toHaveLength(2);
  });

  it('fails at once while nobody listens, and goes on when somebody does', async () => {
    const database = await postgres.open();
    await answers(database);
    await postgres.proxy.set('refuse');
    const start = Date.now();
    const failure = await failureOf(database.transaction((tx) => tx.query('SELECT 1')));
    expect(failure).toMatchObject(UNAVAILABLE);
    expect(String(failure)).toContain('ECONNREFUSED');
    expect(Date.now() - start).toBeLessThan(3_000);
    await postgres.proxy.set('pass');
    await answers(database);
  });

  it('gives up a connection on which nothing comes back', async () => {
    const database = await postgres.open({ timeouts: { statement: 200, connect: 500 } });
    await answers(database);
    await postgres.proxy.set('black-hole');
    expect(await failureOf(database.query('SELECT 1'))).toMatchObject(UNAVAILABLE);
    expect(await failureOf(database.query('SELECT 1'))).toMatchObject(UNAVAILABLE);
    await postgres.proxy.set('pass');
    await answers(database);
  });

  it('takes another connection where one leads to a server that may only be read', async () => {
    const database = await postgres.open();
    const insert = () => database.transaction((tx) => tx.query('INSERT INTO notes VALUES (1)'));
    const name = new URL(postgres.url).pathname.slice(1);
    await postgres.admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    expect(await failureOf(insert())).toMatchObject(UNAVAILABLE);
    await postgres.admin.query('SET default_transaction_read_only = off');
    await postgres.admin.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    await insert();
  });
});

describe('a pool that is busy', () => {
  it('says that it is when no connection is free in time', async () => {
    const database = await postgres.open({ poolSize: 2, timeouts: { connect: 300 } });
    const busy = [1, 2].map(() => database.query('SELECT pg_sleep(1)'));
    expect(await failureOf(database.query('SELECT 1'))).toMatchObject(UNAVAILABLE);
    await Promise.all(busy);
    await answers(database);
  });

  it('runs a transaction again that waited too long for a lock', async () => {
    const database = await postgres.open({ timeouts: { lock: 200 } });
    await database.query('INSERT INTO notes VALUES (1)');
    await postgres.admin.query('BEGIN; SELECT * FROM notes FOR UPDATE');
    let runs = 0;
    const waiting = database.transaction(async (tx) => {
      runs += 1;
      if (runs === 2) await postgres.admin.query('COMMIT');
      await tx.query("UPDATE notes SET said = 'me'");
    });
    await waiting;
    expect(runs).toBe(2);
  });

  it('runs a transaction again that the server could not put in order, and gives up in the end', async () => {
    const database = await postgres.open();
    const failing =
      "DO $$ BEGIN RAISE EXCEPTION 'order' USING ERRCODE = 'serialization_failure'; END $$";
    let runs = 0;
    const often = (times: number): Promise<number> =>
      database.transaction(async (tx) => {
        runs += 1;
        // What the work makes of the failure does not matter.
        if (runs <= times) await tx.query(failing).catch(() => undefined);
        return runs;
      });
    expect(await often(2)).toBe(3);
    runs = 0;
    expect(await failureOf(often(99))).toMatchObject({
      code: 'REDRESS_STORE_CONTENTION',
      retryable: true,
    });
    expect(runs).toBe(5);
  });

  it('ends a statement that takes too long, and keeps the connection', async () => {
    const database = await postgres.open({ poolSize: 1, timeouts: { statement: 200 } });
    const pid = await database.transaction(asPid);
    expect(await failureOf(database.query('SELECT pg_sleep(5)'))).toMatchObject({
      code: 'REDRESS_STORE_CONTENTION',
      retryable: true,
    });
    expect(await database.transaction(asPid)).toBe(pid);
  });

  it('waits for what is in hand when it is closed, but not for ever', async () => {
    const database = await postgres.open({ timeouts: { close: 300 } });
    const short = database.query('SELECT pg_sleep(0.1)');
    const long = failureOf(database.query('SELECT pg_sleep(20)'));
    const start = Date.now();
    await database.close();
    expect(Date.now() - start).toBeLessThan(2_000);
    await short;
    expect(await long).toMatchObject(UNAVAILABLE);
  });
});

describe('a lead', () => {
  it('is lost with its connection, and can be taken by another and again', async () => {
    const [mine, other] = [await postgres.open(), await postgres.open()];
    const lead = (await mine.takeLead('relay'))!;
    await postgres.endSessions();
    await eventually('loss', () => (lead.lost.aborted ? true : null));
    const theirs = await eventually('free name', () => other.takeLead('relay'));
    expect(await mine.takeLead('relay')).toBeNull();
    await lead.release();
    expect(theirs.lost.aborted).toBe(false);
    await theirs.release();
    expect(await mine.takeLead('relay')).not.toBeNull();
  });

  it('is lost where nothing comes back any more, before the server gives it to another', async () => {
    const mine = await postgres.open();
    const lead = (await mine.takeLead('relay'))!;
    await postgres.proxy.set('black-hole');
    await eventually('loss', () => (lead.lost.aborted ? true : null), 10_000);
  });
});

describe('notifications', () => {
  it('are heard again after a loss, and the listener is called once for what it may have missed', async () => {
    const [mine, other] = [await postgres.open(), await postgres.open()];
    let heard = 0;
    await mine.listen('news', () => (heard += 1));
    await other.notify('news');
    await eventually('news', () => (heard === 1 ? true : null));
    await postgres.endSessions();
    await eventually('call after the loss', () => (heard === 2 ? true : null));
    await eventually('way to tell', () =>
      failureOf(other.notify('news')).then((e) => e === null || null),
    );
    await eventually('news', () => (heard === 3 ? true : null));
  });

  it('can be asked for while the server is away', async () => {
    const mine = await postgres.open();
    await postgres.proxy.set('refuse');
    let heard = 0;
    const stop = await mine.listen('news', () => (heard += 1));
    expect(await failureOf(mine.notify('news'))).toMatchObject(UNAVAILABLE);
    await postgres.proxy.set('pass');
    await eventually('call', () => (heard === 1 ? true : null));
    await mine.notify('news');
    await eventually('news', () => (heard === 2 ? true : null));
    await stop();
  });
});
