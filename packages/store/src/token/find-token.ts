import type { Queryable } from '../queryable.ts';
import { toToken } from './token.ts';
import type { Token, TokenRow } from './token.ts';

/** A token by its hash, or null; whether it still counts is the caller's to judge. */
export async function findToken(db: Queryable, hash: string): Promise<Token | null> {
  const { rows } = await db.query<TokenRow>('SELECT * FROM tokens WHERE hash = $1', [hash]);
  return rows[0] === undefined ? null : toToken(rows[0]);
}
