import type { Customer } from '@redress/domain';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { saveProfiles } from './save-profiles.ts';

/** Writes customers as whole rows and puts them on their topic. To be called under their locks; joins are kept. */
export function saveCustomers(
  tx: Queryable,
  customers: readonly Customer[],
  stamp: Stamp,
): Promise<void> {
  return saveProfiles(tx, { customers }, stamp);
}
