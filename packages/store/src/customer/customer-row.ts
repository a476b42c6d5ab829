import type { CustomerRecord } from '@redress/contracts';
import type { Customer } from '@redress/domain';

export interface CustomerRow {
  id: string;
  account_id: string | null;
  name: string | null;
  record: CustomerRecord | null;
  sample: boolean;
  version: number;
}

const CUSTOMER_COLUMNS = ['id', 'account_id', 'name', 'record', 'sample', 'version'] as const;

/** The columns of a customer, read from the table's alias. */
export function customerColumns(alias: string): string {
  return CUSTOMER_COLUMNS.map((column) => `${alias}.${column}`).join(', ');
}

export function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    record: row.record,
    sample: row.sample,
    version: row.version,
  };
}
