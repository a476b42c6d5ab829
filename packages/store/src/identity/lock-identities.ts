import { identityKey } from '@redress/contracts';
import type { Identity } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';

/** With more, all identities are locked as one, because the server's room for locks is limited. */
const MOST_KEYS = 1_000;
const ALL = `hashtextextended('redress identities', 0)`;

/**
 * Locks identities (normalised) until the transaction ends, those that nobody has written yet as well: two that see the same person for the
 * first time at the same moment would each make a customer of their own. To be called before any customer is locked.
 */
export async function lockIdentities(
  tx: Queryable,
  identities: readonly Identity[],
): Promise<void> {
  const keys = [...new Set(identities.map(identityKey))];
  if (keys.length === 0) return;
  if (keys.length > MOST_KEYS) {
    await tx.query(`SELECT pg_advisory_xact_lock(${ALL})`);
    return;
  }
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${ALL})`);
  await tx.query(
    `SELECT pg_advisory_xact_lock(lock)
     FROM (SELECT DISTINCT hashtextextended('redress identity ' || key, 0) AS lock
           FROM unnest($1::text[]) AS given (key) ORDER BY 1) AS locks`,
    [keys],
  );
}
