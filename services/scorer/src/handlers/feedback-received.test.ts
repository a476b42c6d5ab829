import { describe, expect, it } from '@jest/globals';
import { decodeEvent, encodeEvent, feedbackIdOf } from '@redress/contracts';
import type { FeedbackReceived } from '@redress/contracts';
import type { EventLog, LogRecord, StoredRecord } from '@redress/event-log';
import { silentLogger, systemClock } from '@redress/runtime';
import { understandFeedback } from '../understand-feedback.ts';
import { createFeedbackReceivedHandler } from './feedback-received.ts';

const at = '2026-11-22T09:00:00.000Z';
const eventId = '5a1c3f0e-97a8-5c5e-8d6d-0f4a1b2c3d4e';
const signal = new AbortController().signal;

const received: FeedbackReceived = {
  channel: 'survey',
  source: 'shop',
  sourceId: '1',
  occurredAt: at,
  customer: { identities: [] },
  score: { kind: 'nps', value: 2 },
  text: 'The courier never came.',
  feedbackId: feedbackIdOf('shop', '1'),
  receivedAt: at,
  revision: { at, hash: 'h', stated: false },
  partition: 3,
};

function recordOf(value: Uint8Array | null, offset = 0): StoredRecord {
  return {
    topic: 'feedback.received.v1',
    partition: 3,
    key: eventId,
    value,
    offset,
    at,
    headers: {},
  };
}

function eventBytes(): Uint8Array {
  return encodeEvent({
    id: eventId,
    type: 'feedback.received.v1',
    source: 'test',
    time: at,
    data: received,
  });
}

function setUp(understand = understandFeedback, publish?: EventLog['publish']) {
  const published: LogRecord[] = [];
  const log = {
    publish:
      publish ??
      (async (records: readonly LogRecord[]) => {
        published.push(...records);
        return records.map(({ partition }, offset) => ({ partition, offset }));
      }),
  } as EventLog;
  const handle = createFeedbackReceivedHandler({
    log,
    clock: systemClock,
    logger: silentLogger,
    understand,
  });
  return { published, handle };
}

describe('the scorer', () => {
  it('adds what it understands and keeps id, key and partition', async () => {
    const { handle, published } = setUp();
    expect(await handle([recordOf(eventBytes())], { signal })).toEqual([{ kind: 'ok' }]);
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({ topic: 'feedback.scored.v1', partition: 3, key: eventId });
    const decoded = decodeEvent('feedback.scored.v1', published[0]!.value!);
    expect(decoded).toMatchObject({
      ok: true,
      event: { id: eventId, data: { understanding: { detractor: { flag: true } } } },
    });
  });

  it('puts bytes aside that are no event and goes on with the rest', async () => {
    const { handle, published } = setUp();
    const outcomes = await handle([recordOf(Buffer.from('{')), recordOf(eventBytes(), 1)], {
      signal,
    });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['deadLetter', 'ok']);
    expect(published).toHaveLength(1);
  });

  it('passes on what a later release added, in the feedback and around it', async () => {
    const { handle, published } = setUp();
    const later = {
      specversion: '1.0',
      id: eventId,
      type: 'feedback.received.v1',
      source: 'test',
      time: at,
      tenant: 'north',
      data: {
        ...received,
        mood: 'tired',
        customer: { ...received.customer, segment: { tier: 2 } },
      },
    };
    await handle([recordOf(Buffer.from(JSON.stringify(later)))], { signal });
    expect(JSON.parse(Buffer.from(published[0]!.value!).toString())).toMatchObject({
      type: 'feedback.scored.v1',
      source: 'redress/scorer',
      tenant: 'north',
      data: { mood: 'tired', customer: { segment: { tier: 2 } }, understanding: {} },
    });
  });

  it('parks what only a later release can read, and goes on with the rest', async () => {
    const { handle, published } = setUp();
    const later = encodeEvent({
      id: eventId,
      type: 'feedback.received.v2',
      source: 'test',
      time: at,
      data: { words: 'The courier never came.' },
    });
    expect(await handle([recordOf(later), recordOf(eventBytes(), 1)], { signal })).toEqual([
      { kind: 'park', reason: 'newer version: is of type feedback.received.v2' },
      { kind: 'ok' },
    ]);
    expect(published).toHaveLength(1);
  });

  it('passes an erasure on', async () => {
    const { handle, published } = setUp();
    expect(await handle([recordOf(null)], { signal })).toEqual([{ kind: 'ok' }]);
    expect(published).toEqual([
      { topic: 'feedback.scored.v1', partition: 3, key: eventId, value: null },
    ]);
  });

  it('does not fail a batch for one feedback it cannot understand, and does not quote it', async () => {
    const { handle, published } = setUp(() => {
      throw new TypeError('cannot read "The courier never came."');
    });
    const outcomes = await handle([recordOf(eventBytes()), recordOf(null, 1)], { signal });
    expect(outcomes).toEqual([
      { kind: 'deadLetter', reason: 'understanding failed with TypeError' },
      { kind: 'ok' },
    ]);
    expect(published).toHaveLength(1);
  });

  it('throws where the log does not take the batch, so that it is tried again', async () => {
    const { handle } = setUp(understandFeedback, () => Promise.reject(new Error('away')));
    await expect(handle([recordOf(eventBytes())], { signal })).rejects.toThrow('away');
  });
});
