import type { Customer, CustomerJoin, KnownIdentity } from '@redress/domain';
import { writeIdentities } from '../identity/write-identities.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { publishCustomers } from './publish-customers.ts';
import { writeCustomers } from './write-customers.ts';
import { writeJoins } from './write-joins.ts';

/** What became known of who is who; see `saveCustomers`, `saveIdentities` and `saveJoins`. */
export interface ProfileChanges {
  readonly customers?: readonly Customer[];
  readonly identities?: readonly KnownIdentity[];
  readonly joins?: readonly CustomerJoin[];
}

/** Writes all of it and puts every customer that it concerns on their topic, once. To be called under the locks of all of them. */
export async function saveProfiles(
  tx: Queryable,
  { customers = [], identities = [], joins = [] }: ProfileChanges,
  stamp: Stamp,
): Promise<void> {
  await writeCustomers(tx, customers);
  const ofIdentities = await writeIdentities(tx, identities);
  await writeJoins(tx, joins);
  const concerned = [
    ...customers.map(({ id }) => id),
    ...ofIdentities,
    ...joins.flatMap(({ from, into }) => [from, into]),
  ];
  await publishCustomers(tx, concerned, stamp);
}
