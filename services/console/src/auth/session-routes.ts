import { randomUUID } from 'node:crypto';
import { findToken, saveToken, useToken } from '@redress/store';
import type { Queryable, Token } from '@redress/store';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';
import { hashToken, issueToken } from './tokens.ts';

const TRIES_A_MINUTE = 30;

/** Signing in a browser, and out. */
export function sessionRoutes({
  database,
  clock,
  hotState,
}: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/v1/session',
      summary:
        'Trade the one-time token of the printed address, or a token of the API, for a session cookie of 12 hours.',
      access: 'open',
      body: z.object({ token: z.string().min(1).max(200) }),
      async handle({ body, reply, secure, address }) {
        if (!(await hotState.withinLimit(`session:${address}`, TRIES_A_MINUTE, 60))) {
          return refuse(429);
        }
        const now = clock.now();
        const session = await database.transaction(async (tx) => {
          const token = await tokenToTrade(tx, hashToken(body.token), now);
          if (token === null) return null;
          return issueToken(tx, { kind: 'session', ownerId: token.ownerId, now });
        });
        if (session === null) {
          return refuse(401, {
            detail:
              'This token was used before, has expired or is none of ours. Start again for a new address.',
          });
        }
        setSessionCookie(reply, session.token, secure);
        return answer({ expiresAt: session.expiresAt }, 201);
      },
    }),
    route({
      method: 'DELETE',
      url: '/v1/session',
      summary: 'Sign the browser out.',
      async handle({ actor, reply, secure }) {
        if (actor.token.kind === 'session') {
          const now = clock.now();
          const stamp = { transactionId: randomUUID(), at: now };
          await database.transaction((tx) =>
            saveToken(tx, { ...actor.token, expiresAt: now }, stamp),
          );
        }
        clearSessionCookie(reply, secure);
        return answer({});
      },
    }),
  ];
}

/** A token that a session may be had for: one of the API as often as it counts, the printed one once. */
async function tokenToTrade(tx: Queryable, hash: string, now: string): Promise<Token | null> {
  const found = await findToken(tx, hash);
  if (found?.kind === 'access')
    return found.expiresAt === null || found.expiresAt > now ? found : null;
  const used = await useToken(tx, hash, now);
  return used?.kind === 'start' ? used : null;
}
