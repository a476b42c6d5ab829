import { OPEN_STATES } from '@redress/domain';
import { ROOT_CAUSES, SEVERITIES } from '@redress/contracts';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { change } from '../change.ts';
import { notBuiltYet } from '../http/answer.ts';
import { listLimit } from '../http/list-limit.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { act } from './act.ts';
import { listInbox } from './list-inbox.ts';
import { showTask } from './show-task.ts';
import { LATER_ACTIONS, TASK_ACTIONS } from './task-actions.ts';

const listQuery = z.object({
  /** `unfinished`: all in which somebody still has to act. */
  state: z.enum(['unfinished', ...OPEN_STATES, 'resolved', 'closed']).optional(),
  severity: z.enum(SEVERITIES).optional(),
  owner: z.string().max(100).optional(),
  cause: z.enum(ROOT_CAUSES).optional(),
  /** Part of a name, or the beginning of an id or account. */
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['due', 'opened', 'severity']).default('due'),
  cursor: z.string().max(500).optional(),
  limit: listLimit,
});

/** Everything about tasks. */
export function taskRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/v1/tasks',
      summary: 'Tasks, those due first unless asked otherwise.',
      query: listQuery,
      handle: ({ query }) => listInbox(deps, query),
    }),
    route({
      method: 'GET',
      url: '/v1/tasks/:id',
      summary: 'One task with the whole story of its customer.',
      handle: ({ params }) => showTask(deps, params['id'] ?? ''),
    }),
    ...Object.entries(TASK_ACTIONS).map(([name, { summary, body, toAction }]) =>
      route({
        method: 'POST',
        url: `/v1/tasks/:id/${name}`,
        summary,
        body,
        handle: ({ params, body: given, actor, idempotencyKey }) => {
          const taskId = params['id'] ?? '';
          return change(
            deps,
            {
              route: `${actor.name} ${name} ${taskId}`,
              idempotencyKey,
              body: given,
              tasks: [taskId],
            },
            (tx, stamp) =>
              act(tx, stamp, deps, {
                taskId,
                action: toAction(given, actor.name),
                version: given.version,
              }),
          );
        },
      }),
    ),
    ...Object.entries(LATER_ACTIONS).map(([name, sentence]) =>
      route({
        method: 'POST',
        url: `/v1/tasks/:id/${name}`,
        summary: `${sentence} Answers 501.`,
        handle: () => Promise.resolve(notBuiltYet(sentence)),
      }),
    ),
  ];
}
