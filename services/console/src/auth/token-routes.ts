import { findOwners } from '@redress/store';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { issueToken } from './tokens.ts';

const body = z.object({ owner: z.string().min(1).max(100) });

/** Tokens for the API. An answer is not kept for an `Idempotency-Key`: a token is kept nowhere. */
export function tokenRoutes({ database, clock, relay }: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/v1/tokens',
      summary: 'Make a token whose actions are an owner’s; shown once, kept by its hash alone.',
      body,
      async handle({ body: { owner } }) {
        const owners = await findOwners(database);
        if (!owners.some(({ id }) => id === owner)) {
          return refuse(422, {
            errors: [
              { field: 'owner', message: 'is no owner yet; enter them with PUT /v1/owners first' },
            ],
          });
        }
        const { token } = await database.transaction((tx) =>
          issueToken(tx, { kind: 'access', ownerId: owner, now: clock.now() }),
        );
        // Ingestors know a token by the log: it counts everywhere once it is answered.
        await relay.flush();
        return answer({ owner, token }, 201);
      },
    }),
  ];
}
