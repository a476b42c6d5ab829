import { expect, it } from '@jest/globals';
import type { DatabaseUnderTest } from './under-test.conformance.ts';
import type { Lead } from './queryable.ts';

/** Longer than a notification takes, and as long as the tests wait for one that must not come. */
const A_WHILE_MS = 100;
const LIMIT_MS = 10_000;

/** What leads and notifications of every database must do; part of `describeDatabase`. */
export function describeLeadsAndNotifications(under: () => DatabaseUnderTest): void {
  const until = async (what: () => boolean): Promise<void> => {
    const end = Date.now() + LIMIT_MS;
    while (!what()) {
      if (Date.now() > end) throw new Error(`in vain: ${what.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, A_WHILE_MS));
  const take = async (name: string): Promise<Lead> => {
    const lead = await under().database.takeLead(name);
    if (lead === null) throw new Error(`${name} is held by somebody else`);
    return lead;
  };

  it('gives a name to one at a time', async () => {
    const { database } = under();
    const both = await Promise.all([database.takeLead('relay'), database.takeLead('relay')]);
    const [lead] = both.filter((one) => one !== null);
    expect(both.filter((one) => one === null)).toHaveLength(1);
    expect(await database.takeLead('relay')).toBeNull();
    await (await take('other')).release();
    expect(lead!.lost.aborted).toBe(false);

    await lead!.release();
    const next = await take('relay');
    // The one before has nothing to give back any more.
    await lead!.release();
    expect(await database.takeLead('relay')).toBeNull();
    expect([lead!.lost.aborted, next.lost.aborted]).toEqual([false, false]);
    await next.release();
  });

  it('lets leads and notifications wait for no transaction', async () => {
    const { database } = under();
    let heard = 0;
    const stop = await database.listen('news', () => (heard += 1));
    await database.transaction(async (tx) => {
      await tx.query('SELECT 1');
      await (await take('relay')).release();
      await database.notify('news');
      await tx.query('SELECT 1');
    });
    await until(() => heard === 1);
    await stop();
  });

  it('calls everybody who listens, and nobody who does not', async () => {
    const { database } = under();
    const heard: string[] = [];
    const listen = (channel: string, name: string): Promise<() => Promise<void>> =>
      database.listen(channel, () => heard.push(name));
    const stops = [
      await listen('news', 'a'),
      await listen('news', 'b'),
      await listen('Other "News"', 'c'),
    ];
    await database.notify('news');
    await until(() => heard.length === 2);
    await stops[0]!();
    await database.notify('news');
    await until(() => heard.length === 3);
    await database.notify('Other "News"');
    await until(() => heard.length === 4);
    await aWhile();
    expect(heard.join('')).toBe('abbc');
    await stops[1]!();
    await database.notify('news');
    await aWhile();
    expect(heard).toHaveLength(4);
  });

  it('lets a listener ask the database, whoever called it', async () => {
    const { database } = under();
    const answers: unknown[] = [];
    const stop = await database.listen('news', () => {
      void database.query('SELECT 1 AS one').then(
        ({ rows }) => answers.push(...rows),
        (error: unknown) => answers.push(error),
      );
    });
    await database.transaction(async (tx) => {
      await tx.query('SELECT 1');
      await database.notify('news');
      // Where transactions take turns the listener's question waits for this one.
    });
    await until(() => answers.length === 1);
    expect(answers).toEqual([{ one: 1 }]);
    await stop();
  });

  it('shares leads and notifications with the other processes on the store', async () => {
    const { database, openAnother } = under();
    if (openAnother === undefined) return;
    const other = await openAnother();
    const lead = await take('relay');
    expect(await other.takeLead('relay')).toBeNull();
    await lead.release();
    const theirs = await other.takeLead('relay');
    expect(theirs).not.toBeNull();
    expect(await database.takeLead('relay')).toBeNull();

    let heard = 0;
    const stop = await database.listen('news', () => (heard += 1));
    await other.notify('news');
    await until(() => heard === 1);
    await stop();

    await other.close();
    const end = Date.now() + LIMIT_MS;
    let mine = await database.takeLead('relay');
    while (mine === null && Date.now() < end) mine = await database.takeLead('relay');
    await mine!.release();
  });
}
