import { listSources, saveSource } from '@redress/store';
import { change } from '../change.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';

/** Where feedback comes from, and whether owners get mail about it. */
export function sourceRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/v1/sources',
      summary: 'Every source that was heard of, and whether it is live or in shadow.',
      handle: async () => answer({ items: await listSources(deps.database), next: null }),
    }),
    route({
      method: 'POST',
      url: '/v1/sources/:source/live',
      summary: 'Take a source out of shadow: what comes in from now on is mailed.',
      handle: ({ params, actor, idempotencyKey }) => {
        const source = params['source'] ?? '';
        return change(
          deps,
          { route: `${actor.name} live ${source}`, idempotencyKey, body: null },
          async (tx, stamp) => {
            await saveSource(tx, { source, live: true }, stamp);
            return answer({ source, live: true });
          },
        );
      },
    }),
  ];
}
