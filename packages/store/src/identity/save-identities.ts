import type { KnownIdentity } from '@redress/domain';
import { saveProfiles } from '../customer/save-profiles.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** Writes identities as whole rows (survivors are not part of them) and puts their customers on their topic. To be called under the locks of the customers. */
export function saveIdentities(
  tx: Queryable,
  identities: readonly KnownIdentity[],
  stamp: Stamp,
): Promise<void> {
  return saveProfiles(tx, { identities }, stamp);
}
