import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedLog } from '@redress/event-log';
import { systemClock } from '@redress/runtime';
import { saveOwner } from '@redress/store';
import { aFolder, openTestRedress } from '../fixtures/rebuild/a-redress.ts';

const LIMIT = 120_000;
let remove = (): void => undefined;
let data = '';
beforeEach(() => {
  const made = aFolder();
  remove = made.remove;
  data = path.join(made.folder, 'data');
});
afterEach(() => {
  remove();
});

const mark = (): string => path.join(data, 'store.untrusted');
const ownerIds = async (): Promise<string[]> => {
  const redress = await openTestRedress(data);
  try {
    const { items } = (await redress.ask('GET', '/v1/owners')) as { items: { id: string }[] };
    return items.map(({ id }) => id);
  } finally {
    await redress.close();
  }
};
/** Somebody whom the log does not know: whoever stands in the store is lost with it. */
async function enterUnseen(): Promise<void> {
  const redress = await openTestRedress(data);
  const owner = { id: 'unseen', email: 'u@example.com', timeZone: 'UTC', languages: [], teams: [] };
  await redress.database.transaction((tx) =>
    saveOwner(tx, owner, { transactionId: 'unseen', at: systemClock.now() }),
  );
  await redress.database.query("DELETE FROM outbox WHERE transaction_id = 'unseen'");
  await redress.close();
}

describe('the store of a data folder', () => {
  it(
    'is made again from the log where its word is in doubt, and then no more',
    async () => {
      await enterUnseen();
      expect(await ownerIds()).toEqual(['operator', 'unseen']);
      writeFileSync(mark(), '');
      expect(await ownerIds()).toEqual(['operator']);
      expect(existsSync(mark())).toBe(false);
    },
    LIMIT,
  );

  it(
    'is used as it is where the log is of an earlier release, which told too little',
    async () => {
      await enterUnseen();
      const log = openEmbeddedLog({ directory: path.join(data, 'log'), clock: systemClock });
      await log.publish([
        { topic: 'owners.v1', partition: 0, key: 'old', value: Buffer.from('{}') },
      ]);
      await log.close();
      expect(await ownerIds()).toEqual(['operator', 'unseen']);
      writeFileSync(mark(), '');
      expect(await ownerIds()).toEqual(['operator', 'unseen']);
      expect(existsSync(mark())).toBe(false);
    },
    LIMIT,
  );

  it(
    'begins anew where a first start left half of one and nothing in the log',
    async () => {
      await (await openTestRedress(data)).close();
      rmSync(path.join(data, 'log'), { recursive: true });
      rmSync(path.join(data, 'store', 'global'), { recursive: true });
      mkdirSync(path.join(data, 'store', 'global'));
      expect(await ownerIds()).toEqual(['operator']);
    },
    LIMIT,
  );
});
