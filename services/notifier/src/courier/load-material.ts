import { staleReason } from '@redress/domain';
import type { Delivery, News, Task } from '@redress/domain';
import { findOwners, findTask, loadContexts, lockCustomers } from '@redress/store';
import type { Queryable } from '@redress/store';
import type { DeliveryMaterial, TaskMaterial } from './compose-delivery.ts';
import { heldMessages } from './held-messages.ts';

/** Reads what a delivery is composed from, or tells why there is nothing to compose. `task`: the delivery's own, null for a digest. */
export async function loadMaterial(
  tx: Queryable,
  delivery: Delivery,
  task: Task | null,
  now: string,
): Promise<DeliveryMaterial | string> {
  const owner = (await findOwners(tx)).find(({ id }) => id === delivery.recipient);
  if (owner === undefined) return 'the recipient is no owner any more';
  const told = task === null ? await digestedTasks(tx, delivery) : [{ task, news: delivery.news }];
  if (told.length === 0) return 'nothing is left to tell';
  const contexts = await loadContexts(tx, [...new Set(told.map((one) => one.task.customerId))], {
    now,
  });
  const [first, ...rest] = told.flatMap((one): TaskMaterial[] => {
    const context = contexts.get(one.task.customerId);
    return context === undefined ? [] : [{ ...one, context }];
  });
  return first === undefined
    ? 'the customer is gone'
    : { delivery, owner, tasks: [first, ...rest] };
}

/** The tasks whose news a digest still has to tell, each with all of it, read under the locks of their customers as a message of its own would be. */
async function digestedTasks(
  tx: Queryable,
  digest: Delivery,
): Promise<readonly { readonly task: Task; readonly news: readonly News[] }[]> {
  const held = await heldMessages(tx, digest);
  const taskIds = [...new Set(held.flatMap((one) => one.taskId ?? []))];
  const customerIds: string[] = [];
  for (const id of taskIds) customerIds.push((await findTask(tx, id))?.customerId ?? '');
  await lockCustomers(tx, customerIds.filter((id) => id !== '').sort());
  const told: { task: Task; news: readonly News[] }[] = [];
  for (const taskId of taskIds) {
    const task = await findTask(tx, taskId);
    const news = held
      .filter((one) => one.taskId === taskId && staleReason(one, task) === null)
      .flatMap((one) => one.news);
    if (task !== null && news.length > 0) told.push({ task, news });
  }
  return told;
}
