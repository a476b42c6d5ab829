import { ownerRecord } from '@redress/contracts';
import type { OwnerRecord } from '@redress/contracts';
import { LAST_RESORT } from '@redress/domain';
import { findOwners, listTasks, lockCustomers, saveOwner } from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';
import { z } from 'zod';
import { change } from '../change.ts';
import { decideAgain } from '../decide-again.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';

const MOST_OWNERS = 500;

const records = z
  .union([ownerRecord.transform((record) => [record]), z.array(ownerRecord)])
  .pipe(z.array(z.custom<OwnerRecord>()).min(1).max(MOST_OWNERS));

/** Who can own a task. */
export function ownerRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/v1/owners',
      summary: 'Everybody who can own a task.',
      handle: async () => answer({ items: await findOwners(deps.database), next: null }),
    }),
    route({
      method: 'PUT',
      url: '/v1/owners',
      summary: 'Keep owners, one or several. Tasks of one who is absent go to a stand-in.',
      body: records,
      handle: ({ body, actor, idempotencyKey }) =>
        change(deps, { route: `${actor.name} owners`, idempotencyKey, body }, async (tx, stamp) => {
          for (const owner of body) await saveOwner(tx, owner, stamp);
          await handOn(tx, body, stamp, deps);
          return answer({ items: body });
        }),
    }),
  ];
}

const TASKS_AT_ONCE = 200;

/** Decides again who has the open tasks of these owners, and those that nobody real has yet. */
async function handOn(
  tx: Queryable,
  owners: readonly OwnerRecord[],
  stamp: Stamp,
  { policy }: ConsoleDependencies,
): Promise<void> {
  const customerIds = new Set<string>();
  for (const owner of [...owners.map(({ id }) => id), LAST_RESORT]) {
    let after: string | undefined;
    do {
      const page = await listTasks(tx, {
        owner,
        state: 'unfinished',
        order: 'due',
        limit: TASKS_AT_ONCE,
        ...(after === undefined ? {} : { after }),
      });
      for (const task of page.items) customerIds.add(task.customerId);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  if (customerIds.size === 0) return;
  const survivors = await lockCustomers(tx, [...customerIds].sort());
  await decideAgain(tx, [...new Set(survivors.values())], stamp, policy);
}
