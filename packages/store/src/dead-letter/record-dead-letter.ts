import { decodeEnvelope } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';

/** A record that could not be handled, untouched. */
export interface DeadLetter {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly reason: string;
  readonly attempts: number;
  readonly bytes: Uint8Array | null;
}

/** Keeps a dead letter once, with the feedback that it is of where its bytes tell it. */
export async function recordDeadLetter(
  tx: Queryable,
  letter: DeadLetter,
  now: string,
): Promise<void> {
  const { feedbackId, sample } = feedbackOf(letter.bytes);
  await tx.query(
    `INSERT INTO dead_letters (topic, partition, log_offset, record_key, reason, attempts, bytes, recorded_at, feedback_id, sample)
     VALUES ($1, $2, $3, $4, $5, $6, decode($7::text, 'base64'), $8::timestamptz, $9, $10)
     ON CONFLICT (topic, partition, log_offset) DO NOTHING`,
    [
      letter.topic,
      letter.partition,
      letter.offset,
      letter.key,
      letter.reason,
      letter.attempts,
      letter.bytes === null ? null : Buffer.from(letter.bytes).toString('base64'),
      now,
      feedbackId,
      sample,
    ],
  );
}

function feedbackOf(bytes: Uint8Array | null): { feedbackId: string | null; sample: boolean } {
  const decoded = bytes === null ? null : decodeEnvelope(bytes);
  const data: unknown = decoded?.ok === true ? decoded.event.data : null;
  if (typeof data !== 'object' || data === null) return { feedbackId: null, sample: false };
  return {
    feedbackId:
      'feedbackId' in data && typeof data.feedbackId === 'string' ? data.feedbackId : null,
    sample: 'sample' in data && data.sample === true,
  };
}
