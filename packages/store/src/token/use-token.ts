import type { Queryable } from '../queryable.ts';
import { toToken } from './token.ts';
import type { Token, TokenRow } from './token.ts';

/** Uses a one-time token: answers it to the first that asks before it expires, null to everybody else. */
export async function useToken(tx: Queryable, hash: string, now: string): Promise<Token | null> {
  const { rows } = await tx.query<TokenRow>(
    `UPDATE tokens SET used_at = $2::timestamptz
     WHERE hash = $1 AND used_at IS NULL AND (expires_at IS NULL OR expires_at > $2::timestamptz)
     RETURNING *`,
    [hash, now],
  );
  return rows[0] === undefined ? null : toToken(rows[0]);
}
