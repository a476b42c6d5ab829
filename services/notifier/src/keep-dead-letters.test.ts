import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deadLetterRecord, openEmbeddedLog } from '@redress/event-log';
import type { EventLog } from '@redress/event-log';
import { systemClock } from '@redress/runtime';
import { countDeadLetters } from '@redress/store';
import type { Database } from '@redress/store';
import { openTestDatabase } from '@redress/store/testing';
import { NOW } from './fixtures/a-scored.ts';
import { keepDeadLetters } from './keep-dead-letters.ts';

const GROUP = 'redress.dead-letters';

let directory: string;
let log: EventLog;
let database: Database;
beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-dead-'));
  log = openEmbeddedLog({ directory, clock: systemClock });
  database = await openTestDatabase();
});
afterEach(async () => {
  await log.close();
  await database.close();
  rmSync(directory, { recursive: true });
});

const aLetter = (offset: number) => {
  const value = Buffer.from(`not an event ${String(offset)}`);
  const record = {
    topic: 'feedback.received.v1',
    partition: 0,
    key: 'k',
    value,
    headers: {},
  } as const;
  return deadLetterRecord(
    { ...record, offset, at: NOW },
    { group: 'redress.scorer', reason: 'is no JSON', attempts: 1, at: NOW },
    log.partitions('dead-letters.v1'),
  );
};

/** Runs the keeper until it has read everything there is. */
async function keepAll(): Promise<void> {
  const keeper = await keepDeadLetters({ log, database });
  for (let tries = 0; tries < 500; tries += 1) {
    const lags = await log.lag(GROUP, ['dead-letters.v1']);
    if (lags.every(({ lag }) => lag === 0)) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await keeper.stop();
}

describe('the keeper of dead letters', () => {
  it('keeps each once, though it was put aside twice and read again', async () => {
    await log.publish([aLetter(1), aLetter(2), aLetter(1)]);
    await keepAll();
    expect(await countDeadLetters(database)).toMatchObject({ counted: 2 });
    await log.publish([aLetter(2), aLetter(3)]);
    await keepAll();
    expect(await countDeadLetters(database)).toMatchObject({ counted: 3 });
  });

  it('passes what was erased and what is no dead letter', async () => {
    const { partition } = aLetter(1);
    const other = { topic: 'dead-letters.v1', partition } as const;
    await log.publish([
      { ...other, key: 'erased', value: null },
      { ...other, key: 'other', value: Buffer.from('{}') },
      aLetter(1),
    ]);
    await keepAll();
    expect(await countDeadLetters(database)).toMatchObject({ counted: 1 });
  });
});
