import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres } from '../fixtures/a-postgres.ts';
import type { APostgres } from '../fixtures/a-postgres.ts';
import type { Database } from '../queryable.ts';

const CUTS = 200;
const AT_ONCE = 8;
/** COMMIT on its way to the server, lost or arrived; its answer on the way back, lost. */
const WAYS = ['before', 'after', 'answer'] as const;
type Way = (typeof WAYS)[number];

let postgres: APostgres;
let database: Database;
/** What happens to the next COMMIT. */
let nextCut: () => Way | null = () => null;
/** Told when a connection is about to be cut. */
let onCut: () => void = () => undefined;

beforeAll(async () => {
  let way: Way | null = null;
  let answers = 0;
  // As the driver and the server write it: the end of a whole message.
  const isCommit = (bytes: Buffer): boolean => bytes.includes('COMMIT\0');
  const cut = (now: boolean): boolean => {
    if (now) onCut();
    return now;
  };
  postgres = await startPostgres({
    cutBefore: (bytes, from) => {
      if (!isCommit(bytes)) return false;
      if (from === 'server') return cut(answers > 0 && answers-- > 0);
      way = nextCut();
      if (way === 'answer') answers += 1;
      return cut(way === 'before');
    },
    cutAfter: (bytes, from) => cut(isCommit(bytes) && from === 'client' && way === 'after'),
  });
  await postgres.admin.query('CREATE TABLE effects (event_id integer NOT NULL)');
  database = await postgres.open({ poolSize: AT_ONCE });
}, 60_000);
afterAll(() => postgres.close(), 60_000);
afterEach(async () => {
  nextCut = () => null;
  onCut = () => undefined;
  await postgres.admin.query('TRUNCATE effects');
});

const effects = async (): Promise<{ events: number; rows: number }> => {
  const { rows } = await postgres.admin.query<{ events: string; rows: string }>(
    'SELECT count(DISTINCT event_id) AS events, count(*) AS rows FROM effects',
  );
  return { events: Number(rows[0]!.events), rows: Number(rows[0]!.rows) };
};

describe('a COMMIT whose connection is cut', () => {
  it('200 times, at three places, takes effect once each, and whoever asked hears of it', async () => {
    let cuts = 0;
    let commits = 0;
    nextCut = () => {
      commits += 1;
      if (commits % 2 === 0 || cuts === CUTS) return null;
      const way = WAYS[cuts % WAYS.length]!;
      cuts += 1;
      return way;
    };
    let runs = 0;
    let next = 0;
    const answered: number[] = [];
    const again = (error: unknown, insert: () => Promise<number>): Promise<number> => {
      if ((error as { code?: string }).code !== 'REDRESS_STORE_UNAVAILABLE') throw error;
      return insert();
    };
    const worker = async (): Promise<void> => {
      while (cuts < CUTS) {
        const event = next;
        next += 1;
        const insert = (): Promise<number> =>
          database.transaction(async (tx) => {
            runs += 1;
            // Nothing but the verdict about the commit keeps this from being there twice.
            await tx.query('INSERT INTO effects VALUES ($1)', [event]);
            return event;
          });
        // one that is cut in all of its runs is told so, by an error after which it may be tried again
        answered.push(await insert().catch((error: unknown) => again(error, insert)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(cuts).toBe(CUTS);
    expect(new Set(answered).size).toBe(next);
    expect(await effects()).toEqual({ events: next, rows: next });
    // Both verdicts were needed: some that were cut had been committed, and some were run again.
    const repeated = runs - next;
    expect(repeated).toBeGreaterThan(CUTS / 4);
    expect(repeated).toBeLessThan((CUTS * 3) / 4);
  }, 120_000);

  const insertCut = async (way: Way, meanwhile: () => Promise<void>): Promise<unknown> => {
    const ways = [way];
    nextCut = () => ways.pop() ?? null;
    let refused: Promise<void> = Promise.resolve();
    let cut: () => void = () => undefined;
    const isCut = new Promise<void>((resolve) => {
      cut = resolve;
    });
    onCut = () => {
      refused = postgres.proxy.set('refuse');
      cut();
    };
    const outcome = database
      .transaction((tx) => tx.query('INSERT INTO effects VALUES (1)'))
      .then(
        () => 'done',
        (error: unknown) => error,
      );
    await isCut;
    await refused;
    await meanwhile();
    await postgres.proxy.set('pass');
    return outcome;
  };

  it('waits for a server that is away', async () => {
    const awayFor = () => new Promise<void>((resolve) => setTimeout(resolve, 1_500));
    expect(await insertCut('answer', awayFor)).toBe('done');
    expect(await effects()).toEqual({ events: 1, rows: 1 });
  });

  it('is not believed from a server that crashed in between, for it may have given out the same id again', async () => {
    // What PostgreSQL does to an UNLOGGED table after a crash.
    const crash = async (): Promise<void> => {
      await postgres.admin.query('TRUNCATE store_life');
    };
    expect(await insertCut('answer', crash)).toMatchObject({
      code: 'REDRESS_STORE_COMMIT_UNKNOWN',
      retryable: true,
    });
    expect(await effects()).toEqual({ events: 1, rows: 1 });
  });

  it('that never reached a server that crashed is done again', async () => {
    const crash = async (): Promise<void> => {
      await postgres.admin.query('TRUNCATE store_life');
    };
    expect(await insertCut('before', crash)).toBe('done');
    expect(await effects()).toEqual({ events: 1, rows: 1 });
  });
});
