import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DEFAULT_POLICY,
  EVENT_SCHEMAS,
  decodeEvent,
  ownerRecord,
  uuidV5,
  type EventType,
  type TopicName,
} from '@redress/contracts';
import type { LogRecord, Outcome, StoredRecord } from '@redress/event-log';
import { createFeedbackScoredHandler } from '@redress/notifier';
import { silentLogger, systemClock } from '@redress/runtime';
import { createFeedbackReceivedHandler, understandFeedback } from '@redress/scorer';
import { readOutbox, saveOwner } from '@redress/store';
import type { Database } from '@redress/store';
import { openTestDatabase } from '@redress/store/testing';

const CORPUS = path.join(import.meta.dirname, '../../../packages/contracts/examples');
const { signal } = new AbortController();
const NOW = '2026-11-26T09:00:00.000Z';

interface Golden {
  readonly type: string;
  readonly file: string;
  readonly event: {
    readonly type: string;
    readonly data: object;
    readonly [name: string]: unknown;
  };
}

/** Every example of every version that was ever released. */
const corpus: readonly Golden[] = readdirSync(CORPUS).flatMap((event) =>
  readdirSync(path.join(CORPUS, event)).flatMap((version) =>
    readdirSync(path.join(CORPUS, event, version)).map((file) => ({
      type: `${event}.${version}`,
      file: `${event}/${version}/${file}`,
      event: JSON.parse(
        readFileSync(path.join(CORPUS, event, version, file), 'utf8'),
      ) as Golden['event'],
    })),
  ),
);
const ofType = (type: EventType) => corpus.filter((golden) => golden.type === type);
const stored = (topic: TopicName, event: object, offset: number): StoredRecord => ({
  topic,
  partition: 0,
  key: `key ${String(offset)}`,
  value: Buffer.from(JSON.stringify(event)),
  headers: {},
  offset,
  at: NOW,
});

let database: Database;
async function score(records: readonly StoredRecord[]) {
  const published: LogRecord[] = [];
  const handle = createFeedbackReceivedHandler({
    log: {
      publish: async (batch: readonly LogRecord[]) => {
        published.push(...batch);
        return batch.map(({ partition }, offset) => ({ partition, offset }));
      },
    },
    clock: systemClock,
    logger: silentLogger,
    understand: understandFeedback,
  });
  return { outcomes: await handle(records, { signal }), published };
}

function decide(records: readonly StoredRecord[]): Promise<readonly Outcome[]> {
  const handle = createFeedbackScoredHandler({
    database,
    clock: { now: () => NOW, sleep: () => Promise.resolve() },
    logger: silentLogger,
    policy: DEFAULT_POLICY,
    nameId: (name) => uuidV5(name),
    onCommit: () => undefined,
  });
  return handle(records, { signal });
}

describe('the golden corpus', () => {
  it.each(corpus)('is read for ever: $file', ({ type, event }) => {
    expect(Object.keys(EVENT_SCHEMAS)).toContain(type);
    expect(event.type).toBe(type);
    const decoded = decodeEvent(type as EventType, Buffer.from(JSON.stringify(event)));
    expect(decoded).toMatchObject({ ok: true });
  });
});

describe('the golden corpus replayed', () => {
  beforeEach(async () => {
    database = await openTestDatabase();
    const owner = ownerRecord.parse({ id: 'kim', email: 'kim@example.org' });
    await database.transaction((tx) => saveOwner(tx, owner, { transactionId: 'test', at: NOW }));
  });
  afterEach(() => database.close());

  it('goes through the scorer and the notifier to the end, each feedback once, and out again as the contracts say', async () => {
    const received = ofType('feedback.received.v1');
    const { outcomes, published } = await score(
      received.map(({ event }, offset) => stored('feedback.received.v1', event, offset)),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['ok']));
    const scored = [
      ...published.map((record, offset) => ({ ...record, headers: {}, offset, at: NOW })),
      ...ofType('feedback.scored.v1').map(({ event }, index) =>
        stored('feedback.scored.v1', event, published.length + index),
      ),
    ];
    const decided = await decide(scored);
    expect(decided.map(({ kind }) => kind)).toEqual(scored.map(() => 'ok'));
    const { rows } = await database.query<{ feedbacks: number; open: number }>(
      'SELECT count(*)::integer AS feedbacks, count(*) FILTER (WHERE outcome IS NULL)::integer AS open FROM feedback',
    );
    const ids = new Set(
      [...received, ...ofType('feedback.scored.v1')].map(
        ({ event }) => (event.data as { feedbackId: string }).feedbackId,
      ),
    );
    expect(rows).toEqual([{ feedbacks: ids.size, open: 0 }]);
    const out = (await readOutbox(database, 1000)).filter(
      ({ destination }) => destination === 'log',
    );
    expect(out.map(({ topic }) => topic)).toContain('tasks.v1');
    for (const { topic, value } of out) {
      const decoded = decodeEvent(topic as EventType, Buffer.from(value ?? ''));
      expect([topic, decoded.ok || decoded.reason]).toEqual([topic, true]);
    }
  });

  it('is parked, not crashed on, in a version that does not exist yet', async () => {
    for (const [topic, work] of [
      ['feedback.received.v1', async (records: StoredRecord[]) => (await score(records)).outcomes],
      ['feedback.scored.v1', (records: StoredRecord[]) => decide(records)],
    ] as const) {
      const later = ofType(topic).map(({ event }, offset) =>
        stored(
          topic,
          { ...event, type: event.type.replace('v1', 'v2'), data: { of: 'later' } },
          offset,
        ),
      );
      const outcomes = await work(later);
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['park']));
      expect(outcomes).toHaveLength(later.length);
    }
  });

  it('keeps what a later minor version adds, from the log into the store', async () => {
    const later = ofType('feedback.received.v1').map(({ event }, offset) =>
      stored(
        'feedback.received.v1',
        { ...event, data: { ...event.data, mood: { of: offset } } },
        offset,
      ),
    );
    const { published } = await score(later);
    await decide(published.map((record, offset) => ({ ...record, headers: {}, offset, at: NOW })));
    const { rows } = await database.query<{ mood: unknown }>(
      "SELECT scored -> 'mood' AS mood FROM feedback ORDER BY scored -> 'mood' -> 'of'",
    );
    expect(rows.map(({ mood }) => mood)).toEqual(later.map((_, of) => ({ of })));
  });
});
