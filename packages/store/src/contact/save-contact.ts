import type { ContactRecord } from '@redress/contracts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** Something the company sent or said, to the customer it was found to be for. */
export interface StoredContact extends Omit<ContactRecord, 'customer'> {
  readonly id: string;
  readonly customerId: string;
  readonly sample?: boolean | undefined;
}

/** Keeps a contact once, whatever the number of times it is sent, and puts it on its topic. Answers whether it was new. */
export async function saveContact(
  tx: Queryable,
  contact: StoredContact,
  stamp: Stamp,
): Promise<boolean> {
  const { affectedRows } = await tx.query(
    `INSERT INTO contacts (id, customer_id, at, sample, data) VALUES ($1, $2, $3::timestamptz, $4, $5::text::jsonb)
     ON CONFLICT (id) DO NOTHING`,
    [contact.id, contact.customerId, contact.at, contact.sample === true, JSON.stringify(contact)],
  );
  if (affectedRows === 0) return false;
  await appendOutbox(
    tx,
    [logRow('contacts.v1', { key: contact.id, version: 1, data: contact }, stamp)],
    stamp,
  );
  return true;
}
