import type { RootCause, Severity } from '@redress/contracts';
import type { TaskState } from '@redress/domain';
import { findCustomers, findOwners, listTasks } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { taskView } from './task-view.ts';

export interface InboxQuery {
  readonly state?: TaskState | 'unfinished' | undefined;
  readonly severity?: Severity | undefined;
  readonly owner?: string | undefined;
  readonly cause?: RootCause | undefined;
  readonly q?: string | undefined;
  readonly sort: 'due' | 'opened' | 'severity';
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A part of the inbox, with names in the place of ids. */
export async function listInbox(
  { database }: Pick<ConsoleDependencies, 'database'>,
  { state, severity, owner, cause, q, sort, cursor, limit }: InboxQuery,
): Promise<Answer> {
  const { items, next } = await listTasks(database, {
    state,
    severity,
    owner,
    cause,
    q: q === '' ? undefined : q,
    order: sort,
    after: cursor,
    limit,
  });
  const customers = await findCustomers(database, [
    ...new Set(items.map((task) => task.customerId)),
  ]);
  const owners = await findOwners(database);
  return answer({ items: items.map((task) => taskView(task, customers, owners)), next });
}
