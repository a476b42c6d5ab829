import { TOPICS } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import { findDeadLetters, listDeadLetters } from '@redress/store';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import { listLimit } from '../http/list-limit.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { replayLetters } from './replay-letters.ts';

const reason = z.string().min(1).max(500).optional();
const topic = z
  .string()
  .refine((name): name is TopicName => Object.hasOwn(TOPICS, name), 'is no topic')
  .optional();

const listQuery = z.object({
  reason,
  topic,
  replayed: z.stringbool().optional(),
  cursor: z.string().max(500).optional(),
  limit: listLimit,
});

const replayBody = z.object({
  ids: z.array(z.string().max(200)).min(1).max(1000).optional(),
  reason,
  topic,
  again: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  after: z.string().max(200).optional(),
});

const NO_LETTER = refuse(404, { detail: 'There is no dead letter of this id.' });

/** What could not be handled, and putting it back. */
export function deadLetterRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/v1/dead-letters',
      summary:
        'What could not be handled, newest first, without what is in it; `reason` is the first words of the reason.',
      query: listQuery,
      async handle({ query: { cursor, ...filter } }) {
        return answer(await listDeadLetters(deps.database, { ...filter, after: cursor }));
      },
    }),
    route({
      method: 'GET',
      url: '/v1/dead-letters/:id',
      summary:
        'One dead letter with its bytes, in base64 and as text: it may hold what a customer said.',
      async handle({ params }) {
        const ids = [params['id'] ?? ''];
        const [letter] = await findDeadLetters(deps.database, { ids, limit: 1 });
        if (letter === undefined) return NO_LETTER;
        const bytes = letter.bytes === null ? null : Buffer.from(letter.bytes);
        return answer({
          ...letter,
          size: bytes?.length ?? 0,
          bytes: bytes?.toString('base64') ?? null,
          text: bytes?.toString('utf8') ?? null,
        });
      },
    }),
    route({
      method: 'POST',
      url: '/v1/dead-letters/replay',
      summary:
        'Put dead letters back where they came from, untouched: those of these ids, of a reason (its first words) or of a topic; all that were not put back yet where nothing is said. Answers a part at a time; send `next` as `after` for the part after it. `dryRun` tells what would be done.',
      body: replayBody,
      handle: async ({ body }) => answer(await replayLetters(deps, body)),
    }),
  ];
}
