import { decodeEnvelope } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';
import type { DeadLetter } from './dead-letter.ts';

/** Of a record that was put back: the dead letter it comes from. */
const REPLAY_HEADER = 'redress-replay';

/** Keeps a dead letter once, with the feedback that it is of where its bytes tell it; seen again it tells at most that it was put back. */
export async function recordDeadLetter(tx: Queryable, letter: DeadLetter): Promise<void> {
  const { feedbackId, sample } = feedbackOf(letter.bytes);
  await tx.query(
    `INSERT INTO dead_letters (id, topic, partition, log_offset, queue, record_key, headers, consumer_group, reason, attempts,
                               bytes, recorded_at, replayed_at, replay_of, feedback_id, sample)
     VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7::text::jsonb, $8, $9, $10,
             decode($11::text, 'base64'), $12::timestamptz, $13::timestamptz, $14, $15, $16)
     ON CONFLICT (id) DO UPDATE SET replayed_at = greatest(dead_letters.replayed_at, excluded.replayed_at)`,
    [
      letter.id,
      letter.topic,
      letter.partition,
      letter.offset,
      letter.queue === null ? null : JSON.stringify(letter.queue),
      letter.key,
      JSON.stringify(letter.headers),
      letter.group,
      letter.reason,
      letter.attempts,
      letter.bytes === null ? null : Buffer.from(letter.bytes).toString('base64'),
      letter.at,
      letter.replayedAt,
      letter.headers[REPLAY_HEADER] ?? null,
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
