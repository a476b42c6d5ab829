import { policy as policySchema } from '@redress/contracts';
import type { Policy } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';

/** The policy in force, completed with the defaults of fields that are newer than it; null where none was put in force. */
export async function findActivePolicy(db: Queryable): Promise<Policy | null> {
  const { rows } = await db.query<{ data: unknown }>('SELECT data FROM policies WHERE active');
  return rows[0] === undefined ? null : policySchema.parse(rows[0].data);
}
