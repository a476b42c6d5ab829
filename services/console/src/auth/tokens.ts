import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { saveToken } from '@redress/store';
import type { Queryable, Token } from '@redress/store';

/** Hours that each kind lasts; null: until it is removed. */
const LIFETIME_HOURS: Readonly<Record<Token['kind'], number | null>> = {
  access: null,
  start: 12,
  session: 12,
};

/** What is kept of a token: its SHA-256. A token has 256 random bits, so that no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Makes a token, keeps its hash, and answers the token itself; nobody can read it again. */
export async function issueToken(
  tx: Queryable,
  { kind, ownerId, now }: { kind: Token['kind']; ownerId: string | null; now: string },
): Promise<{ readonly token: string; readonly expiresAt: string | null }> {
  const token = `redress_${randomBytes(32).toString('base64url')}`;
  const hours = LIFETIME_HOURS[kind];
  const expiresAt =
    hours === null ? null : new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  await saveToken(
    tx,
    { hash: hashToken(token), kind, ownerId, createdAt: now, expiresAt, usedAt: null },
    { transactionId: randomUUID(), at: now },
  );
  return { token, expiresAt };
}
