import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  deadLetterRecord,
  deadMessageRecord,
  openEmbeddedLog,
  type EventLog,
  type LogRecord,
} from '@redress/event-log';
import { systemClock } from '@redress/runtime';
import { overLog } from './over-log.ts';
import type { TopicSource } from './topic-source.ts';

const RECEIVED = 'feedback.received.v1';
let directory: string;
let log: EventLog;
let source: TopicSource;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-topics-'));
  log = openEmbeddedLog({ directory, clock: systemClock });
  source = overLog(log, systemClock);
});
afterEach(async () => {
  await source.close();
  rmSync(directory, { recursive: true });
});

const failure = { group: 'redress.scorer', attempts: 1 };
const aLetter = (offset: number, reason = 'is no JSON in UTF-8'): LogRecord =>
  deadLetterRecord(
    {
      topic: RECEIVED,
      partition: 1,
      offset,
      key: `k-${String(offset)}`,
      value: Buffer.from(`words ${String(offset)}`),
      headers: {},
      at: '',
    },
    { ...failure, reason, at: `2026-11-22T09:00:0${String(offset)}.000Z` },
    log.partitions('dead-letters.v1'),
  );
const outcomes = async (choice = {}, how = {}) => {
  const told: string[] = [];
  for await (const { outcome } of source.replay(choice, { again: false, dryRun: false, ...how }))
    told.push(outcome);
  return told;
};
const received = async () => {
  const found: string[] = [];
  for await (const { key, value, headers } of log.read(RECEIVED, 1))
    found.push(`${key} ${Buffer.from(value!).toString()} ${String(headers['redress-replay'])}`);
  return found;
};

describe('topics without a server', () => {
  it('lists dead letters, the newest first, by reason and topic, without what is in them', async () => {
    await log.publish([aLetter(1), aLetter(2, 'newer version: is of type tasks.v2'), aLetter(3)]);
    const letters = await source.letters({}, 2);
    expect(letters.map(({ offset }) => offset)).toEqual([3, 2]);
    expect(JSON.stringify(letters)).not.toContain('words');
    expect(await source.letters({ reason: 'newer version' }, 9)).toMatchObject([{ offset: 2 }]);
    expect(await source.letters({ topic: 'tasks.v1' }, 9)).toEqual([]);
    expect(await source.letter(letters[0]!.id)).toMatchObject({ text: 'words 3', size: 7 });
    expect(await source.letter('none')).toBeNull();
  });

  it('puts them back once, untouched, and everybody who reads the log knows', async () => {
    await log.publish([aLetter(1), aLetter(2)]);
    expect(await outcomes({}, { dryRun: true })).toEqual([
      'would be replayed',
      'would be replayed',
    ]);
    expect(await received()).toEqual([]);
    expect(await outcomes()).toEqual(['replayed', 'replayed']);
    const [first, second] = await source.letters({ replayed: true }, 9);
    expect((await received()).sort()).toEqual([
      `k-1 words 1 ${second!.id}`,
      `k-2 words 2 ${first!.id}`,
    ]);
    expect(await outcomes()).toEqual([]);
    expect(await outcomes({ ids: [first!.id] })).toEqual(['replayed before']);
    expect(await received()).toHaveLength(2);
    expect(await outcomes({ ids: [first!.id] }, { again: true })).toEqual(['replayed']);
    // The keeper that read it before a crash puts the same record aside again: it stays put back.
    await log.publish([aLetter(1)]);
    expect(await source.letters({ replayed: false }, 9)).toEqual([]);
  });

  it('refuses what came from a queue, and forgets what was erased', async () => {
    const body = Buffer.from('{"text":"words"}');
    const message = deadMessageRecord(
      { queue: 'feedback', messageId: 'm', body },
      { ...failure, reason: 'channel: is none', at: '2026-11-22T09:00:00.000Z' },
      log.partitions('dead-letters.v1'),
    );
    const erased = aLetter(1);
    await log.publish([message, erased, { ...erased, value: null }]);
    expect(await outcomes()).toEqual(['refused']);
    expect(await source.letters({}, 9)).toMatchObject([{ queue: { name: 'feedback' } }]);
  });

  it('reads a topic a part at a time, and tells how far the stages are behind', async () => {
    const value = Buffer.from('{"a":1}');
    await log.publish(
      Array.from({ length: 250 }, (_, index) => ({
        topic: RECEIVED,
        partition: index % 4,
        key: String(index),
        value: index === 0 ? null : value,
      })),
    );
    const first = await source.page(RECEIVED, '');
    const second = await source.page(RECEIVED, first.next);
    expect([first.items.length, second.items.length]).toEqual([200, 50]);
    expect(first.items[0]).toMatchObject({ partition: 0, offset: 0, key: '0', event: null });
    expect((await source.page(RECEIVED, 'end')).items).toEqual([]);
    await expect(source.page(RECEIVED, '0:x')).rejects.toMatchObject({ code: 'REDRESS_USAGE' });
    const lag = await source.lag();
    expect(lag).toHaveLength(8);
    expect(lag.reduce((sum, one) => sum + one.lag, 0)).toBe(250);
  });
});
