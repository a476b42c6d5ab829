import type { Customer } from './customer.ts';

/** The surviving customer after a join: what it knows itself stands, what it lacks comes from the one that is gone. The version is the caller's to raise. */
export function joinedCustomer(gone: Customer, kept: Customer | undefined, into: string): Customer {
  return {
    ...(kept ?? gone),
    id: into,
    accountId: kept?.accountId ?? gone.accountId,
    name: kept?.name ?? gone.name,
    record: kept?.record ?? gone.record,
  };
}
