import type { Queryable } from '../queryable.ts';

/**
 * - new: do it, and save the answer in the same transaction. answered: give this answer again.
 * - other-request: the key was used for something else. in-progress: the first request is not answered yet.
 */
export type IdempotencyKeyState =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'in-progress' };

/** Takes a client's key for a request; the same key and request again finds the first answer. */
export async function takeIdempotencyKey(
  tx: Queryable,
  request: {
    readonly key: string;
    readonly route: string;
    readonly requestHash: string;
    readonly at: string;
  },
): Promise<IdempotencyKeyState> {
  const { affectedRows } = await tx.query(
    `INSERT INTO idempotency_keys (key, route, request_hash, taken_at) VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT (key, route) DO NOTHING`,
    [request.key, request.route, request.requestHash, request.at],
  );
  if (affectedRows > 0) return { kind: 'new' };
  const { rows } = await tx.query<{
    request_hash: string;
    status: number | null;
    body: string | null;
  }>('SELECT request_hash, status, body FROM idempotency_keys WHERE key = $1 AND route = $2', [
    request.key,
    request.route,
  ]);
  const [found] = rows;
  if (found === undefined || found.request_hash !== request.requestHash)
    return { kind: 'other-request' };
  return found.status === null
    ? { kind: 'in-progress' }
    : { kind: 'answered', status: found.status, body: found.body ?? '' };
}
