import { randomUUID } from 'node:crypto';
import { announce } from '@redress/hot-state';
import { removeOutboxMails } from '@redress/mail';
import { removeSamples } from '@redress/store';
import type { RemovedSamples } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';

/** Takes every sample away: from the store, by tombstones from the log, and its mails from the outbox. Answers how many of each kind. */
export async function removeSampleStories({
  database,
  clock,
  policy,
  relay,
  hotState,
  outboxDirectory,
}: Pick<
  ConsoleDependencies,
  'database' | 'clock' | 'policy' | 'relay' | 'hotState' | 'outboxDirectory'
>): Promise<Omit<RemovedSamples, 'deliveryIds'>> {
  const { deliveryIds, ...counts } = await database.transaction((tx) =>
    removeSamples(tx, {
      transactionId: randomUUID(),
      at: clock.now(),
      policyVersion: policy.version,
    }),
  );
  announce(hotState, { tasks: null, deliveries: deliveryIds.length });
  await removeOutboxMails(outboxDirectory, deliveryIds);
  await relay.flush();
  return counts;
}
