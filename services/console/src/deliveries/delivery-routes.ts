import { readOutboxMail } from '@redress/mail';
import { findCustomers, findDelivery, findTask, listDeliveries } from '@redress/store';
import { z } from 'zod';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import { listLimit } from '../http/list-limit.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';

const listQuery = z.object({
  state: z
    .enum(['queued', 'sending', 'sent', 'cancelled', 'failed', 'unknown', 'shadow', 'digested'])
    .optional(),
  recipient: z.string().max(100).optional(),
  task: z.string().max(100).optional(),
  cursor: z.string().max(500).optional(),
  limit: listLimit,
});

const NO_DELIVERY = refuse(404, { detail: 'There is no delivery of this id.' });
const NO_MAIL = refuse(404, {
  detail:
    'No mail was written for this delivery: it waits, was not needed any more, or went to the mail server without a copy here.',
});

/** Messages to owners, and the mails as they were written. */
export function deliveryRoutes(deps: ConsoleDependencies): readonly Route[] {
  const { database, outboxDirectory } = deps;
  return [
    route({
      method: 'GET',
      url: '/v1/deliveries',
      summary: 'Messages to owners, newest first.',
      query: listQuery,
      async handle({ query: { state, recipient, task, cursor, limit } }) {
        const { items, next } = await listDeliveries(database, {
          state,
          recipient,
          taskId: task,
          after: cursor,
          limit,
        });
        const names = await customerNames(
          deps,
          items.flatMap(({ taskId }) => taskId ?? []),
        );
        return answer({
          items: items.map((delivery) => ({
            ...delivery,
            customerName: delivery.taskId === null ? null : (names.get(delivery.taskId) ?? null),
          })),
          next,
        });
      },
    }),
    route({
      method: 'GET',
      url: '/v1/deliveries/:id',
      summary: 'One message to an owner.',
      async handle({ params }) {
        const delivery = await findDelivery(database, params['id'] ?? '');
        return delivery === null ? NO_DELIVERY : answer(delivery);
      },
    }),
    route({
      method: 'GET',
      url: '/v1/deliveries/:id/mail',
      summary: 'The mail as it was written: subject, recipient, text, and whether there is HTML.',
      async handle({ params }) {
        const mail = await readOutboxMail(outboxDirectory, params['id'] ?? '');
        if (mail === null) return NO_MAIL;
        const { html, ...rest } = mail;
        return answer({ ...rest, html: html !== '' });
      },
    }),
  ];
}

/** Customers' names by task. */
async function customerNames(
  { database }: ConsoleDependencies,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const tasks = [];
  for (const id of new Set(taskIds)) {
    const task = await findTask(database, id);
    if (task !== null) tasks.push(task);
  }
  const customers = await findCustomers(
    database,
    tasks.map(({ customerId }) => customerId),
  );
  return new Map(
    tasks.flatMap((task) => {
      const name = customers.find(({ id }) => id === task.customerId)?.name ?? null;
      return name === null ? [] : [[task.id, name] as const];
    }),
  );
}
