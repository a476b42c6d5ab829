import { uuidV5 } from '@redress/contracts';
import type { Policy } from '@redress/contracts';
import { afterImport, isOpen } from '@redress/domain';
import { applyDecisions, loadContexts } from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';

/**
 * Decides about customers anew after something about them or their owners changed. Those without an open task have nothing that could
 * change. `live`: their tasks leave the shadow. One after the other, each read after the one before was written: two of one account may share a task. To be called under their locks.
 */
export async function decideAgain(
  tx: Queryable,
  customerIds: readonly string[],
  stamp: Stamp,
  policy: Policy,
  options: { readonly live?: boolean } = {},
): Promise<void> {
  const contexts = await loadContexts(tx, customerIds, { now: stamp.at });
  const waiting = [...contexts].filter(([, { tasks }]) => tasks.some(isOpen));
  for (const [index, [customerId, first]] of waiting.entries()) {
    const context =
      index === 0
        ? first
        : (await loadContexts(tx, [customerId], { now: stamp.at })).get(customerId);
    if (context === undefined) continue;
    const open = context.tasks.filter(isOpen);
    const decision = afterImport(
      {
        ...context,
        live: options.live ?? open.some(({ shadow }) => !shadow),
        nameId: (name) => uuidV5(name),
      },
      policy,
      stamp.at,
    );
    await applyDecisions(tx, [decision], { ...stamp, policy });
  }
}
