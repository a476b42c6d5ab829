import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, mkdtemp, rm, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../queryable.ts';
import { ENGINE, engineVersionFile } from './engine-version.ts';
import { openPglite } from './open-pglite.ts';
import { sqlStateOf } from '../store-error.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redress-store-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a store in memory', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openPglite();
  }, 60_000);
  afterAll(() => database.close());

  it('answers big integers as numbers, instants as ISO in UTC, days as text and JSON as data', async () => {
    const { rows } = await database.query(
      `SELECT 5000000000::int8 AS big, '2026-11-22T10:00:00.5+02:30'::timestamptz AS at, '2026-11-22'::date AS day,
              '{"a":[1]}'::jsonb AS data, ARRAY['2026-11-22T10:00:00Z'::timestamptz] AS many`,
    );
    expect(rows).toEqual([
      {
        big: 5_000_000_000,
        at: '2026-11-22T07:30:00.500Z',
        day: '2026-11-22',
        data: { a: [1] },
        many: ['2026-11-22T10:00:00.000Z'],
      },
    ]);
  });

  it('runs on the engine whose versions are recorded beside the data', async () => {
    const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
    expect(rows[0]?.server_version.split('.')[0]).toBe(ENGINE.postgres);
    const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    const manifest = JSON.parse(
      await readFile(path.join(path.dirname(entry), '../package.json'), 'utf8'),
    ) as { version: string };
    expect(manifest.version).toBe(ENGINE.pglite);
  });

  it('rolls back when the work throws', async () => {
    await database.execute('CREATE TABLE notes (id integer PRIMARY KEY)');
    const failing = database.transaction(async (transaction) => {
      await transaction.query('INSERT INTO notes VALUES (1)');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await database.query('SELECT * FROM notes')).rows).toEqual([]);
  });

  it('does not pretend to have committed when a failure inside was swallowed', async () => {
    const swallowing = database.transaction(async (transaction) => {
      await transaction.query('INSERT INTO notes VALUES (2)');
      await transaction.query('INSERT INTO notes VALUES (2)').catch(() => undefined);
    });
    await expect(swallowing).rejects.toMatchObject({
      code: 'REDRESS_STORE_CONFLICT',
      retryable: false,
    });
    expect((await database.query('SELECT * FROM notes')).rows).toEqual([]);
  });

  it('lets transactions take turns', async () => {
    const steps: string[] = [];
    const run = (name: string) =>
      database.transaction(async (transaction) => {
        steps.push(`${name} begins`);
        await transaction.query('SELECT 1');
        await transaction.query('SELECT 1');
        steps.push(`${name} ends`);
      });
    await Promise.all([run('a'), run('b')]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('refuses to be asked inside its own transaction instead of waiting for ever', async () => {
    const nested = database.transaction(() => database.query('SELECT 1'));
    await expect(nested).rejects.toMatchObject({ code: 'REDRESS_STORE_NESTED' });
    await expect(database.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  it('tells the state of an SQL error and none of the values', async () => {
    const error: unknown = await database
      .query('SELECT $1::timestamptz', ['my secret words'])
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'REDRESS_STORE_REFUSED' });
    expect(sqlStateOf(error)).toBe('22007');
    expect(String(error)).not.toContain('secret');
    expect(String((error as Error).cause)).not.toContain('secret');
  });
});

describe('a store in a folder', () => {
  it('keeps what was committed over a close, in a thread of its own', async () => {
    const directory = path.join(folder, 'kept');
    const first = await openPglite({ directory });
    await first.query("INSERT INTO accounts VALUES ('acme')");
    await first.close();
    await expect(first.query('SELECT 1')).rejects.toMatchObject({ code: 'REDRESS_STORE_CLOSED' });
    const second = await openPglite({ directory });
    expect((await second.query('SELECT id FROM accounts')).rows).toEqual([{ id: 'acme' }]);
    await expect(second.query('SELECT 1 FROM nowhere')).rejects.toMatchObject({
      code: 'REDRESS_STORE_REFUSED',
    });
    await second.close();
  }, 60_000);

  it('begins again after a first start that was cut short', async () => {
    const directory = path.join(folder, 'cut');
    await mkdir(`${directory}.starting`);
    await writeFile(`${directory}.starting/PG_VERSION`, 'rubbish');
    const database = await openPglite({ directory, worker: false });
    expect((await database.query('SELECT id FROM accounts')).rows).toEqual([]);
    await database.close();
  }, 60_000);

  it('refuses the folder of another PostgreSQL with one sentence', async () => {
    const directory = path.join(folder, 'other');
    await mkdir(directory);
    await writeFile(
      engineVersionFile(directory),
      JSON.stringify({ pglite: '0.4.6', postgres: '17' }),
    );
    await expect(openPglite({ directory })).rejects.toMatchObject({
      code: 'REDRESS_STORE_ENGINE_CHANGED',
      message: expect.stringContaining('PostgreSQL 17'),
    });
  });
});
