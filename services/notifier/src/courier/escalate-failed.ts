import type { Policy } from '@redress/contracts';
import { escalateUndeliverable } from '@redress/domain';
import type { Delivery, Undeliverable } from '@redress/domain';
import { applyDecisions, findTask, loadContexts, lockCustomers } from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';
import { heldMessages } from './held-messages.ts';

export interface EscalateSettings {
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
  readonly stamp: Stamp;
}

/**
 * The messages about tasks that are lost with a delivery, itself or those told in a digest, once the customers they are about are locked.
 * To be asked before anything is written.
 */
export async function lockLost(tx: Queryable, delivery: Delivery): Promise<readonly Delivery[]> {
  const lost = delivery.taskId === null ? await heldMessages(tx, delivery) : [delivery];
  const customerIds = new Set<string>();
  for (const { taskId } of lost) {
    const task = taskId === null ? null : await findTask(tx, taskId);
    if (task !== null) customerIds.add(task.customerId);
  }
  await lockCustomers(tx, [...customerIds].sort());
  return lost;
}

/** Takes the tasks of lost messages up their ladders, under the locks of `lockLost`. Answers what became of each. */
export async function escalateFailed(
  tx: Queryable,
  lost: readonly Delivery[],
  { policy, nameId, stamp }: EscalateSettings,
): Promise<readonly Undeliverable['kind'][]> {
  const kinds: Undeliverable['kind'][] = [];
  for (const message of lost) {
    const task = message.taskId === null ? null : await findTask(tx, message.taskId);
    const customerId = task?.customerId ?? '';
    // Read anew for each: the one before may have moved the same task.
    const context = (await loadContexts(tx, [customerId], { now: stamp.at })).get(customerId);
    if (task === null || context === undefined) continue;
    const result = escalateUndeliverable(
      { ...context, live: !task.shadow, nameId },
      message,
      policy,
      stamp.at,
    );
    if (result.kind === 'escalated')
      await applyDecisions(tx, [result.decision], { ...stamp, policy });
    kinds.push(result.kind);
  }
  return kinds;
}
