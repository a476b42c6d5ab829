import { appendOutbox } from '../outbox/append-outbox.ts';
import type { Queryable } from '../queryable.ts';
import { settingRow } from '../setting/setting-row.ts';
import type { Stamp } from '../stamp.ts';
import type { Token } from './token.ts';

/** Keeps a token by its hash. One for the API goes to the settings topic too; the others do not outlive the store. */
export async function saveToken(tx: Queryable, token: Token, stamp: Stamp): Promise<void> {
  await tx.query(
    `INSERT INTO tokens (hash, kind, owner_id, created_at, expires_at, used_at)
     VALUES ($1, $2, $3, $4::timestamptz, $5::timestamptz, $6::timestamptz)
     ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at, used_at = excluded.used_at`,
    [token.hash, token.kind, token.ownerId, token.createdAt, token.expiresAt, token.usedAt],
  );
  if (token.kind === 'access')
    await appendOutbox(tx, [settingRow('token', token.hash, 1, token, stamp)], stamp);
}
