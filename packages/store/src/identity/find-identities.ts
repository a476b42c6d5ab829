import { identityKey } from '@redress/contracts';
import type { Identity } from '@redress/contracts';
import type { KnownIdentity } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import { SELECT_IDENTITIES, toKnownIdentity } from './identity-row.ts';
import type { IdentityRow } from './identity-row.ts';

/** What is known of these identities (normalised); the unknown ones are left out. */
export async function findIdentities(
  tx: Queryable,
  identities: readonly Identity[],
): Promise<readonly KnownIdentity[]> {
  if (identities.length === 0) return [];
  const { rows } = await tx.query<IdentityRow>(
    `${SELECT_IDENTITIES} WHERE i.key = ANY($1::text[]) ORDER BY i.key`,
    [[...new Set(identities.map(identityKey))]],
  );
  return rows.map(toKnownIdentity);
}
