import { describe, expect, it } from '@jest/globals';
import { encodeEvent, feedbackIdOf } from '@redress/contracts';
import { deadLetterRecord, deadMessageRecord, readDeadLetter } from './dead-letter.ts';
import type { StoredRecord } from './port.ts';

const failure = {
  group: 'redress.scorer',
  reason: 'is no JSON',
  attempts: 1,
  at: '2026-06-18T10:00:00.000Z',
};
const stored = (value: Uint8Array | null): StoredRecord => ({
  topic: 'feedback.received.v1',
  partition: 2,
  offset: 41,
  key: 'event-1',
  value,
  headers: { ce_id: 'event-1' },
  at: '2026-06-18T09:59:59.000Z',
});

describe('dead letters', () => {
  it('give back the bytes as they were, with origin and reason', () => {
    const bytes = Uint8Array.from([0, 1, 254, 255]);
    const read = readDeadLetter(
      deadLetterRecord(stored(bytes), failure, 4).value ?? new Uint8Array(),
    );
    if (!read.ok) throw new Error(read.reason);
    expect(read.letter).toMatchObject({
      ...failure,
      topic: 'feedback.received.v1',
      partition: 2,
      offset: 41,
      key: 'event-1',
    });
    expect([...(read.letter.bytes ?? [])]).toEqual([...bytes]);
  });

  it('keep a tombstone a tombstone', () => {
    const read = readDeadLetter(
      deadLetterRecord(stored(null), failure, 4).value ?? new Uint8Array(),
    );
    expect(read.ok && read.letter.bytes).toBeNull();
  });

  it('have the same key, id and partition when put aside again', () => {
    const first = deadLetterRecord(stored(new Uint8Array([1])), failure, 4);
    const again = deadLetterRecord(
      stored(new Uint8Array([1])),
      { ...failure, at: '2026-06-19T10:00:00.000Z' },
      4,
    );
    expect([again.key, again.headers, again.partition]).toEqual([
      first.key,
      first.headers,
      first.partition,
    ]);
  });

  it('are keyed by the feedback where the bytes tell it, by their hash otherwise', () => {
    const event = encodeEvent({
      id: 'e',
      type: 'feedback.received.v1',
      source: 's',
      time: 't',
      data: { feedbackId: 'f-1' },
    });
    expect(deadLetterRecord(stored(event), failure, 4).key).toBe('f-1');
    expect(deadLetterRecord(stored(new Uint8Array([1])), failure, 4).key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are keyed by the feedback that a source sent and was not accepted, so that erasure finds it', () => {
    const keyOf = (body: string) =>
      deadMessageRecord(
        { queue: 'feedback', messageId: 'm', body: new TextEncoder().encode(body) },
        failure,
        4,
      ).key;
    expect(keyOf('{"source":" shop ","sourceId":"r-1","channel":"pigeon"}')).toBe(
      feedbackIdOf('shop', 'r-1'),
    );
    for (const body of ['[{"source":"shop","sourceId":"r-1"}]', '{"source":"shop"}', 'no JSON'])
      expect(keyOf(body)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are refused when they are none', () => {
    expect(readDeadLetter(new TextEncoder().encode('no'))).toEqual({
      ok: false,
      reason: 'is no JSON in UTF-8',
    });
    const event = encodeEvent({ id: 'e', type: 't', source: 's', time: 't', data: {} });
    expect(readDeadLetter(event)).toEqual({ ok: false, reason: 'is no dead letter' });
  });
});
