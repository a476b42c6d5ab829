/** A token as it is kept: its hash alone. */
export interface Token {
  readonly hash: string;
  /** `access` for the API, `start` for the one-time link that start prints, `session` for a browser. */
  readonly kind: 'access' | 'start' | 'session';
  readonly ownerId: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** When a one-time token was used. */
  readonly usedAt: string | null;
}

export interface TokenRow {
  hash: string;
  kind: Token['kind'];
  owner_id: string | null;
  created_at: string;
  expires_at: string | null;
  used_at: string | null;
}

export function toToken(row: TokenRow): Token {
  return {
    hash: row.hash,
    kind: row.kind,
    ownerId: row.owner_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}
