import { listExamples } from '@redress/store';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer } from '../http/answer.ts';
import { listLimit } from '../http/list-limit.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';

const listQuery = z.object({ cursor: z.string().max(500).optional(), limit: listLimit });

/** What owners confirmed, for learning. */
export function exampleRoutes({
  database,
}: Pick<ConsoleDependencies, 'database'>): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/v1/examples',
      summary:
        'Customers’ words with the causes that owners confirmed at resolve, as `redress train --from-store` reads them. `limit` counts tasks: a part may hold fewer examples, or none.',
      query: listQuery,
      handle: async ({ query: { cursor, limit } }) =>
        answer(await listExamples(database, { after: cursor, limit })),
    }),
  ];
}
