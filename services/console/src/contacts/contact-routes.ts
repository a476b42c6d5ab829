import { contactRecord, normaliseIdentity, stableJson, uuidV5 } from '@redress/contracts';
import type { ContactRecord } from '@redress/contracts';
import { findCustomers, saveContact, saveProfiles } from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';
import { change } from '../change.ts';
import { resolveUnderLock } from '../customers/resolve-under-lock.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';

/** What the company sent or said. */
export function contactRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/v1/contacts',
      summary: 'Tell what the company sent or said to a customer; it becomes part of their story.',
      body: contactRecord,
      handle: ({ body, actor, idempotencyKey }) =>
        change(
          deps,
          { route: `${actor.name} contacts`, idempotencyKey, body },
          async (tx, stamp) => {
            const customerId = await customerOf(tx, body.customer, stamp, deps);
            if (customerId === null) {
              return refuse(422, {
                errors: [{ field: 'customer.id', message: 'is no customer that is known here' }],
              });
            }
            const { customer: _, ...said } = body;
            // The same contact told twice is one: its id is its content's.
            const id = uuidV5(`contact:${customerId}:${stableJson(said)}`);
            await saveContact(tx, { id, customerId, ...said }, stamp);
            return answer({ id, customerId }, 201);
          },
        ),
    }),
  ];
}

/** By id it must be known; by an identity it becomes known. */
async function customerOf(
  tx: Queryable,
  customer: ContactRecord['customer'],
  stamp: Stamp,
  { policy }: ConsoleDependencies,
): Promise<string | null> {
  if ('id' in customer) return (await findCustomers(tx, [customer.id]))[0]?.id ?? null;
  const identity = normaliseIdentity(customer.identity);
  const { customerIds, identities } = await resolveUnderLock(tx, [{ identities: [identity] }], {
    at: stamp.at,
    policy,
    isImport: false,
    accounts: [],
  });
  const id = customerIds[0] ?? '';
  const known = await findCustomers(tx, [id]);
  const unknown = { id, accountId: null, name: null, record: null, sample: false, version: 1 };
  await saveProfiles(tx, { customers: known.length === 0 ? [unknown] : [], identities }, stamp);
  return id;
}
