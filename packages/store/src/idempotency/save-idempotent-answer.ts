import { createHash } from 'node:crypto';
import { appendOutbox } from '../outbox/append-outbox.ts';
import type { Queryable } from '../queryable.ts';
import { settingRow } from '../setting/setting-row.ts';
import type { Stamp } from '../stamp.ts';

/**
 * Keeps the answer to a request whose key was taken in this transaction. That it was answered goes to the topic, so that the same request has no
 * second effect in a store made again either; what was answered does not.
 */
export async function saveIdempotentAnswer(
  tx: Queryable,
  answer: {
    readonly key: string;
    readonly route: string;
    readonly status: number;
    readonly body: string;
  },
  stamp: Stamp,
): Promise<void> {
  const { key, route, status, body } = answer;
  const { rows } = await tx.query<{ request_hash: string; taken_at: string }>(
    `UPDATE idempotency_keys SET status = $3, body = $4 WHERE key = $1 AND route = $2
     RETURNING request_hash, taken_at`,
    [key, route, status, body],
  );
  // A client's key may be anything, so it is in no record's key.
  const name = createHash('sha256').update(`${route}\n${key}`).digest('hex');
  await appendOutbox(
    tx,
    rows.map(({ request_hash: requestHash, taken_at: takenAt }) =>
      settingRow('request', name, 1, { key, route, requestHash, takenAt, status }, stamp),
    ),
    stamp,
  );
}
