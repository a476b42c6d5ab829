import { describe, expect, it } from '@jest/globals';
import { deadLetterRecord, deadMessageRecord, readDeadLetter } from './dead-letter.ts';
import type { LogRecord } from './port.ts';
import {
  REPLAY_HEADER,
  isReplay,
  replayRecord,
  replayedLetterRecord,
} from './replay-dead-letter.ts';

const failure = {
  group: 'redress.scorer',
  reason: 'newer version: is of type feedback.received.v2',
  attempts: 1,
  at: '2026-06-18T10:00:00.000Z',
};
const bytes = Uint8Array.from([0, 1, 254, 255]);
const aside = deadLetterRecord(
  {
    topic: 'feedback.received.v1',
    partition: 2,
    offset: 41,
    key: 'event-1',
    value: bytes,
    headers: { ce_id: 'event-1' },
    at: '2026-06-18T09:59:59.000Z',
  },
  failure,
  4,
);
const read = ({ value }: LogRecord) => {
  const result = readDeadLetter(value ?? new Uint8Array());
  if (!result.ok) throw new Error(result.reason);
  return result.letter;
};

describe('a dead letter put back', () => {
  it('is the record as it stood, marked with where it comes from', () => {
    const letter = read(aside);
    const record = replayRecord(letter);
    expect(record).toEqual({
      topic: 'feedback.received.v1',
      partition: 2,
      key: 'event-1',
      value: bytes,
      headers: { ce_id: 'event-1', [REPLAY_HEADER]: letter.id },
    });
    expect(record === null || isReplay(record)).toBe(true);
    expect(isReplay({ headers: letter.headers })).toBe(false);
  });

  it('is written down under the same key and id, with everything it had', () => {
    const letter = read(aside);
    const again = replayedLetterRecord(letter, '2026-06-19T08:00:00.000Z', 4);
    expect([again.topic, again.partition, again.key]).toEqual([
      aside.topic,
      aside.partition,
      aside.key,
    ]);
    expect(read(again)).toEqual({ ...letter, replayedAt: '2026-06-19T08:00:00.000Z' });
    expect(again.headers?.['ce_id']).not.toBe(aside.headers?.['ce_id']);
  });

  it('has its own way in where it came from a queue', () => {
    const message = { queue: 'feedback', messageId: 'm-1', body: bytes };
    const letter = read(deadMessageRecord(message, failure, 4));
    expect(letter).toMatchObject({
      topic: null,
      queue: { name: 'feedback', messageId: 'm-1' },
      key: 'm-1',
      bytes,
    });
    expect(letter.id).toBe(read(deadMessageRecord(message, failure, 4)).id);
    expect(replayRecord(letter)).toBeNull();
    expect(read(replayedLetterRecord(letter, failure.at, 4)).queue).toEqual(letter.queue);
  });
});
