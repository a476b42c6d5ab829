import type { CustomerRecord, Identity } from '@redress/contracts';

/** A customer as the notifier knows them; `record` is what the customer import says, null where none ever came. */
export interface Customer {
  readonly id: string;
  readonly accountId: string | null;
  readonly name: string | null;
  readonly record: CustomerRecord | null;
  readonly sample: boolean;
  readonly version: number;
}

/** An identity as it is kept: whose it is, and under how many names it was seen. */
export interface KnownIdentity {
  readonly identity: Identity;
  /** The customer it belongs to, before joins. */
  readonly customerId: string;
  /** The customer that survives after joins. */
  readonly survivingId: string;
  /** CRM id of the surviving customer, if any: two CRM ids are never joined. */
  readonly survivingCrm: string | null;
  readonly verified: boolean;
  readonly names: readonly string[];
}

/** Two profiles found to be one; kept so that it can be undone. */
export interface CustomerJoin {
  readonly from: string;
  readonly into: string;
  readonly at: string;
  /** The event or import that showed it, and the identities that did. */
  readonly because: {
    readonly eventId: string | null;
    readonly identityTypes: readonly Identity['type'][];
  };
}
