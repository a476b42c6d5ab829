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

/** Keeps a dead letter once. */
export async function recordDeadLetter(
  tx: Queryable,
  letter: DeadLetter,
  now: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO dead_letters (topic, partition, log_offset, record_key, reason, attempts, bytes, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, decode($7::text, 'base64'), $8::timestamptz)
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
    ],
  );
}
