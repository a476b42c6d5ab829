import type { Queryable } from '../queryable.ts';

/** Keeps the answer to a request whose key was taken in this transaction. */
export async function saveIdempotentAnswer(
  tx: Queryable,
  answer: {
    readonly key: string;
    readonly route: string;
    readonly status: number;
    readonly body: string;
  },
): Promise<void> {
  await tx.query(
    'UPDATE idempotency_keys SET status = $3, body = $4 WHERE key = $1 AND route = $2',
    [answer.key, answer.route, answer.status, answer.body],
  );
}
