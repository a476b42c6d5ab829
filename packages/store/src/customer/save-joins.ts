import type { CustomerJoin } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { saveProfiles } from './save-profiles.ts';

/**
 * Records joins, in order, and points everyone who survived as `from` to the survivor of `into`. Nothing else moves: feedback and identities
 * keep the customer they came by, so that a join can be taken back. To be called under the locks of all concerned.
 */
export function saveJoins(
  tx: Queryable,
  joins: readonly CustomerJoin[],
  stamp: Stamp,
): Promise<void> {
  return saveProfiles(tx, { joins }, stamp);
}
