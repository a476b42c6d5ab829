import type { Identity } from '@redress/contracts';
import type { KnownIdentity } from '@redress/domain';

export interface IdentityRow {
  type: Identity['type'];
  value: string;
  network: string | null;
  customer_id: string;
  surviving_id: string;
  surviving_crm: string | null;
  verified: boolean;
  names: string[];
}

/** Reads identities with who survives today; add a WHERE on `i`. */
export const SELECT_IDENTITIES = `
  SELECT i.type, i.value, i.network, i.customer_id, i.verified, i.names,
         coalesce(c.surviving_id, i.customer_id) AS surviving_id,
         (SELECT min(crm.value) FROM identities crm JOIN customers owner ON owner.id = crm.customer_id
          WHERE crm.type = 'crm' AND owner.surviving_id = c.surviving_id) AS surviving_crm
  FROM identities i LEFT JOIN customers c ON c.id = i.customer_id`;

export function toIdentity(row: Pick<IdentityRow, 'type' | 'value' | 'network'>): Identity {
  return {
    type: row.type,
    value: row.value,
    ...(row.network === null ? {} : { network: row.network }),
  };
}

export function toKnownIdentity(row: IdentityRow): KnownIdentity {
  return {
    identity: toIdentity(row),
    customerId: row.customer_id,
    survivingId: row.surviving_id,
    survivingCrm: row.surviving_crm,
    verified: row.verified,
    names: row.names,
  };
}
