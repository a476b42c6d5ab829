import { findShadowCustomers, listSources, lockCustomers, saveSource } from '@redress/store';
import { change } from '../change.ts';
import { decideAgain } from '../decide-again.ts';
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
    setLive(deps, true, 'Take a source out of shadow: what comes in from now on is mailed.'),
    setLive(
      deps,
      false,
      'Put a source into shadow, even before its first feedback: what comes in from now on is decided and shown, not mailed.',
    ),
  ];
}

function setLive(deps: ConsoleDependencies, live: boolean, summary: string): Route {
  const word = live ? 'live' : 'shadow';
  return route({
    method: 'POST',
    url: `/v1/sources/:source/${word}`,
    summary,
    handle: ({ params, actor, idempotencyKey }) => {
      const source = params['source'] ?? '';
      return change(
        deps,
        { route: `${actor.name} ${word} ${source}`, idempotencyKey, body: null },
        async (tx, stamp) => {
          // Locked first: the courier and the clocks take a customer's lock before anything else too.
          const waiting = live ? await findShadowCustomers(tx, source) : [];
          const survivors = await lockCustomers(tx, waiting);
          await saveSource(tx, { source, live }, stamp);
          const customerIds = [...new Set(survivors.values())];
          await decideAgain(tx, customerIds, stamp, deps.policy, { live: true });
          return answer({ source, live });
        },
      );
    },
  });
}
