import { expect, it } from '@jest/globals';
import type { DatabaseCapabilities, DatabaseUnderTest } from './under-test.conformance.ts';
import type { Queryable } from './queryable.ts';

/** What transactions of every database must do; part of `describeDatabase`, with its table `notes`. */
export function describeTransactions(
  under: () => DatabaseUnderTest,
  { parallel }: DatabaseCapabilities,
): void {
  const transaction = <T>(work: (transaction: Queryable) => Promise<T>): Promise<T> =>
    under().database.transaction(work);
  const noted = async (): Promise<unknown[]> => {
    const { rows } = await under().database.query<{ id: number }>(
      'SELECT id FROM notes ORDER BY id',
    );
    return rows.map(({ id }) => id);
  };

  it('keeps what a transaction did, and answers what its work answered', async () => {
    const answer = await transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (1)');
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await noted()).toEqual([1]);
  });

  it('keeps nothing of a transaction whose work throws, and throws the same', async () => {
    const thrown = new Error('no');
    const failing = transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (1)');
      throw thrown;
    });
    await expect(failing).rejects.toBe(thrown);
    expect(await noted()).toEqual([]);
  });

  it('does not pretend to have committed when a failure inside was swallowed', async () => {
    const swallowing = transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (1)');
      await tx.query('INSERT INTO notes VALUES (1)').catch(() => undefined);
    });
    await expect(swallowing).rejects.toMatchObject({ code: 'REDRESS_STORE_CONFLICT' });
    expect(await noted()).toEqual([]);
  });

  it('sees the store as it was at its begin where a snapshot is asked for', async () => {
    let begun = (): void => undefined;
    const other = new Promise<void>((resolve) => {
      begun = resolve;
    }).then(() => transaction((writing) => writing.query('INSERT INTO notes VALUES (1)')));
    const seen = await under().database.transaction(
      async (tx) => {
        const count = async () =>
          (await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM notes')).rows[0]?.n;
        const before = await count();
        begun();
        // Where transactions take turns, the other one begins only after this.
        if (parallel) await other;
        return [before, await count()];
      },
      { snapshot: true },
    );
    await other;
    expect(seen).toEqual([0, 0]);
    expect(await noted()).toEqual([1]);
  });

  it('waits for statements that its work did not wait for, and fails with them', async () => {
    await transaction(async (tx) => {
      void tx.query('INSERT INTO notes VALUES (1)');
    });
    expect(await noted()).toEqual([1]);
    const careless = transaction(async (tx) => {
      void tx.query('INSERT INTO notes VALUES (2)');
      void tx.query('INSERT INTO notes VALUES (1)').catch(() => undefined);
    });
    await expect(careless).rejects.toMatchObject({ code: 'REDRESS_STORE_CONFLICT' });
    expect(await noted()).toEqual([1]);
  });

  it('runs statements of one transaction that are asked at the same time one after the other', async () => {
    await transaction(async (tx) => {
      await Promise.all([1, 2, 3].map((id) => tx.query('INSERT INTO notes VALUES ($1)', [id])));
    });
    expect(await noted()).toEqual([1, 2, 3]);
  });

  it('refuses a statement that comes after the end', async () => {
    let kept: Queryable | undefined;
    await transaction(async (tx) => {
      kept = tx;
      await tx.query('SELECT 1');
    });
    await expect(kept!.query('SELECT 1')).rejects.toMatchObject({ code: 'REDRESS_STORE_CLOSED' });
  });

  it('refuses to be asked inside its own transaction instead of waiting for itself', async () => {
    const { database } = under();
    const nested = { code: 'REDRESS_STORE_NESTED' };
    await transaction(async (tx) => {
      await expect(database.query('SELECT 1')).rejects.toMatchObject(nested);
      await expect(database.execute('SELECT 1')).rejects.toMatchObject(nested);
      await expect(database.transaction(async () => 1)).rejects.toMatchObject(nested);
      await tx.query('INSERT INTO notes VALUES (1)');
    });
    expect(await noted()).toEqual([1]);
  });

  it('may be asked by what a transaction began and did not wait for', async () => {
    let later: Promise<unknown> = Promise.resolve();
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    await transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (1)');
      later = ended.then(() => noted());
    });
    end();
    expect(await later).toEqual([1]);
  });

  if (!parallel) {
    it('lets transactions take turns', async () => {
      const steps: string[] = [];
      const run = (name: string): Promise<void> =>
        transaction(async (tx) => {
          steps.push(`${name} begins`);
          await tx.query('SELECT 1');
          await tx.query('SELECT 1');
          steps.push(`${name} ends`);
        });
      await Promise.all([run('a'), run('b')]);
      expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    });
    return;
  }

  it('lets transactions go on side by side, neither seeing the other before its end', async () => {
    const seen: unknown[] = [];
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const first = transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (1)');
      await met;
    });
    await transaction(async (tx) => {
      await tx.query('INSERT INTO notes VALUES (2)');
      seen.push(...(await tx.query('SELECT id FROM notes')).rows);
    });
    meet();
    await first;
    expect(seen).toEqual([{ id: 2 }]);
    expect(await noted()).toEqual([1, 2]);
  });

  it('reads what others committed meanwhile, statement by statement', async () => {
    await transaction(async (tx) => {
      const before = await tx.query('SELECT id FROM notes');
      await under()
        .openAnother?.()
        .then(async (other) => {
          await other.query('INSERT INTO notes VALUES (1)');
          await other.close();
        });
      const after = await tx.query('SELECT id FROM notes');
      expect([before.rows, after.rows]).toEqual([[], [{ id: 1 }]]);
    });
  });

  it('runs a work again that met another in a circle', async () => {
    await under().database.query("INSERT INTO notes VALUES (1, 'a'), (2, 'b')");
    let runs = 0;
    const meeting = { waiting: 2, go: (): void => undefined };
    const met = new Promise<void>((resolve) => {
      meeting.go = resolve;
    });
    const swap = (first: number, second: number): Promise<void> =>
      transaction(async (tx) => {
        runs += 1;
        await tx.query('UPDATE notes SET said = said || $2 WHERE id = $1', [first, 'x']);
        meeting.waiting -= 1;
        if (meeting.waiting === 0) meeting.go();
        await met;
        await tx.query('UPDATE notes SET said = said || $2 WHERE id = $1', [second, 'x']);
      });
    await Promise.all([swap(1, 2), swap(2, 1)]);
    // One of them at least; on a busy machine they may meet once more.
    expect(runs).toBeGreaterThanOrEqual(3);
    const { rows } = await under().database.query('SELECT said FROM notes ORDER BY id');
    expect(rows).toEqual([{ said: 'axx' }, { said: 'bxx' }]);
  });
}
