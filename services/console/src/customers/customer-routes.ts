import { customerRecord, normaliseIdentity } from '@redress/contracts';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { change } from '../change.ts';
import { answer } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { identityInAddress } from './identity-in-address.ts';
import { saveRecords } from './save-records.ts';
import { showCustomer, showCustomerOf } from './show-customer.ts';

const MOST_RECORDS = 500;
const BODY_LIMIT = 4 * 1024 * 1024;

const records = z
  .union([customerRecord.transform((record) => [record]), z.array(customerRecord)])
  .pipe(z.array(z.custom<z.output<typeof customerRecord>>()).min(1).max(MOST_RECORDS));

/** Everything about customers. */
export function customerRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'PUT',
      url: '/v1/customers',
      summary:
        'Keep customer records, one or up to 500: each is one customer, all its identities verified.',
      body: records,
      bodyLimit: BODY_LIMIT,
      handle: ({ body, actor, idempotencyKey }) =>
        change(
          deps,
          { route: `${actor.name} customers`, idempotencyKey, body },
          async (tx, stamp) => answer({ items: await saveRecords(tx, body, stamp, deps) }),
        ),
    }),
    route({
      method: 'GET',
      url: '/v1/customers',
      summary: 'The whole story of the customer with this identity, e.g. `phone:+48600100200`.',
      query: z.object({ identity: identityInAddress }),
      handle: ({ query }) => showCustomerOf(deps, normaliseIdentity(query.identity)),
    }),
    route({
      method: 'GET',
      url: '/v1/customers/:id',
      summary: 'The whole story of a customer.',
      handle: ({ params }) => showCustomer(deps, params['id'] ?? ''),
    }),
  ];
}
