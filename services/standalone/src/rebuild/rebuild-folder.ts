import { randomUUID } from 'node:crypto';
import type { Policy } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import type { Clock } from '@redress/runtime';
import {
  listDeliveries,
  openPglite,
  rebuildStore,
  rebuildingFolder,
  removeRebuilding,
  replaceStore,
  type DataFolder,
  type Database,
  type RebuildSummary,
} from '@redress/store';
import { createEmbeddedQueue } from '@redress/work-queue';
import { readLetter } from './read-dead-letter.ts';

export interface RebuildFolderOptions {
  /** Held by this process; its store is closed. */
  readonly folder: Pick<DataFolder, 'store' | 'trustStore'>;
  readonly log: EventLog;
  readonly policy: Policy;
  readonly clock: Clock;
  /** Whether the store before is kept beside the new one. */
  readonly keep: boolean;
  readonly onProgress: (read: number, of: number | null) => void;
}

/** What was made, and where the store before is kept (null: nowhere). */
export interface RebuiltFolder extends RebuildSummary {
  readonly kept: string | null;
}

/**
 * Makes the store of a data folder again from its log: aside, and put in its place when it is whole. Cut short at any moment it begins anew; until then the
 * store that is there stays as it is. Throws what `rebuildStore` does.
 */
export async function rebuildFolder(options: RebuildFolderOptions): Promise<RebuiltFolder> {
  const { folder, log, policy, clock, keep, onProgress } = options;
  await removeRebuilding(folder.store);
  const database = await openPglite({ directory: rebuildingFolder(folder.store) });
  let summary: RebuildSummary;
  try {
    summary = await rebuildStore({
      database,
      log,
      policy,
      readDeadLetter: readLetter,
      stamp: { transactionId: randomUUID(), at: clock.now(), policyVersion: policy.version },
      onProgress,
    });
    await queueWaiting(database, clock);
  } finally {
    await database.close();
  }
  const kept = await replaceStore(folder.store, { at: clock.now(), keep });
  await folder.trustStore();
  return { ...summary, kept };
}

const PAGE = 200;

/** The queue was lost with the store: what waits for a later time gets its message back. What is due is taken up by the courier when it starts. */
async function queueWaiting(database: Database, clock: Clock): Promise<void> {
  const queue = createEmbeddedQueue({ database, clock, name: 'deliveries' });
  const now = clock.now();
  let after: string | undefined;
  do {
    const page = await listDeliveries(database, { state: 'queued', after, limit: PAGE });
    const waiting = page.items.filter(({ notBefore }) => notBefore > now);
    await queue.send(
      waiting.map(({ id, version, notBefore }) => ({
        body: JSON.stringify({ deliveryId: id, version }),
        delaySeconds: Math.ceil((Date.parse(notBefore) - Date.parse(now)) / 1000),
      })),
    );
    after = page.next ?? undefined;
  } while (after !== undefined);
}
