import { randomUUID } from 'node:crypto';
import type { Policy } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import { RELAY_LEAD } from '@redress/notifier';
import { RedressError, type Clock } from '@redress/runtime';
import { isEmptyStore, rebuildStore, type Database, type RebuildSummary } from '@redress/store';
import { readLetter } from './read-dead-letter.ts';

/**
 * Makes a store again in an empty database of a server. Throws REDRESS_STORE_IN_USE where services run on it, REDRESS_STORE_NOT_EMPTY where anything is in
 * it: what is there is never mixed with what is made again.
 */
export async function rebuildDatabase(options: {
  readonly database: Database;
  readonly log: EventLog;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly onProgress: (read: number, of: number | null) => void;
}): Promise<RebuildSummary> {
  const { database, policy, clock } = options;
  const lead = await database.takeLead(RELAY_LEAD);
  if (lead === null)
    throw new RedressError(
      'REDRESS_STORE_IN_USE',
      'Services run on the database that DATABASE_URL names; stop them first.',
    );
  try {
    if (!(await isEmptyStore(database)))
      throw new RedressError(
        'REDRESS_STORE_NOT_EMPTY',
        'The database that DATABASE_URL names is not empty; make a new one, let DATABASE_URL name it, and rebuild into that.',
      );
    return await rebuildStore({
      ...options,
      readDeadLetter: readLetter,
      stamp: { transactionId: randomUUID(), at: clock.now(), policyVersion: policy.version },
    });
  } finally {
    await lead.release();
  }
}
