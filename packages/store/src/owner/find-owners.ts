import type { OwnerRecord } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';

/** All owners, in the order of their ids. */
export async function findOwners(tx: Queryable): Promise<readonly OwnerRecord[]> {
  const { rows } = await tx.query<{ data: OwnerRecord }>('SELECT data FROM owners ORDER BY id');
  return rows.map((row) => row.data);
}
