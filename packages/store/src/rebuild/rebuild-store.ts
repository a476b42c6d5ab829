import type { Policy } from '@redress/contracts';
import type { DeadLetter } from '../dead-letter/dead-letter.ts';
import { saveDeliveries } from '../delivery/save-deliveries.ts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { RELAY_GROUP, ROUND } from '../outbox/relay-round.ts';
import { savePositions } from '../position/save-positions.ts';
import type { Database } from '../queryable.ts';
import { settingRow } from '../setting/setting-row.ts';
import type { Stamp } from '../stamp.ts';
import { foldDeadLetters } from './fold-dead-letters.ts';
import { foldFeedback } from './fold-feedback.ts';
import { foldContacts, foldCustomers, foldOwners } from './fold-people.ts';
import { foldPolicies } from './fold-policies.ts';
import { foldSettings } from './fold-settings.ts';
import type { ReadingState } from './fold-settings.ts';
import type { FoldContext } from './fold-topic.ts';
import { foldActivity, foldDeliveries, foldTasks } from './fold-work.ts';
import type { ReadableLog } from './logged-record.ts';
import { surveyLog } from './survey-log.ts';
import type { LogSurvey } from './survey-log.ts';

export interface RebuildOptions {
  /** A migrated store with nothing in it. */
  readonly database: Database;
  readonly log: ReadableLog;
  /** Sets the clocks of tasks whose own policy the log does not know. */
  readonly policy: Policy;
  readonly readDeadLetter: (value: Uint8Array) => DeadLetter | null;
  /** Of what the rebuild itself changes. */
  readonly stamp: Stamp;
  /** Told now and then how many records were read, of how many as far as known. */
  readonly onProgress?: (read: number, of: number | null) => void;
}

/** What a rebuild did. */
export interface RebuildSummary {
  /** Records of the log that were read. */
  readonly records: number;
  readonly customers: number;
  readonly feedback: number;
  readonly tasks: number;
  readonly deliveries: number;
  readonly owners: number;
  /** Deliveries that were being sent: whether they went out is not known, and they are not sent again. */
  readonly unknownDeliveries: number;
  /** Transactions that had reached the log in part and were dropped; what they applied is decided again. */
  readonly droppedTransactions: number;
  /** Places of records that nothing could be made of. */
  readonly unreadable: readonly string[];
}

const MAYBE_SENT =
  'it was being sent when the store was lost: it may have gone out, so it is not sent again';

/**
 * Makes a store again from the log alone: how everything stands is read, nothing is decided, and no message is put on a queue. What is left to be
 * decided is read by its group afterwards, from the positions that this leaves.
 * Throws REDRESS_LOG_OLDER where an earlier release wrote the log, and whatever the store and the log throw; the store is of no use then.
 */
export async function rebuildStore(options: RebuildOptions): Promise<RebuildSummary> {
  const { database, log, stamp, onProgress = () => undefined } = options;
  const survey = await surveyLog(log, (read) => {
    if (read % TELL_EVERY === 0) onProgress(read, null);
  });
  const unreadable: string[] = [];
  const total = survey.records + (await countOther(log));
  let read = 0;
  const context: FoldContext = {
    database,
    log,
    survey,
    onRecord: () => {
      read += 1;
      if (read % TELL_EVERY === 0) onProgress(read, total);
    },
    onUnreadable: (place, reason) => unreadable.push(`${place}: ${reason}`),
  };

  const policies = await foldPolicies(context);
  const reading = await foldSettings(context);
  await foldOwners(context);
  await foldCustomers(context);
  await foldContacts(context);
  await foldTasks(context, (version) => policies.get(version ?? '') ?? options.policy);
  await foldActivity(context);
  const sending = await foldDeliveries(context);
  const dead = await foldDeadLetters(context, options.readDeadLetter);
  const next = await foldFeedback(context, { reading, dead });
  await settle(database, survey, { reading, next });
  await database.transaction(async (tx) => {
    await saveDeliveries(
      tx,
      sending.map((delivery) => ({
        ...delivery,
        state: 'unknown',
        reason: MAYBE_SENT,
        version: delivery.version + 1,
      })),
      stamp,
    );
    await appendOutbox(
      tx,
      survey.unfinished.map(({ transaction, through }) =>
        settingRow('void-transaction', transaction, through, { through }, stamp),
      ),
      stamp,
    );
  });
  return {
    ...(await countRows(database)),
    records: read,
    unknownDeliveries: sending.length,
    droppedTransactions: survey.unfinished.length,
    unreadable,
  };
}

const TELL_EVERY = 5000;

/** Records of the topics that are not surveyed. */
async function countOther(log: ReadableLog): Promise<number> {
  let count = 0;
  for (const topic of ['feedback.scored.v1', 'dead-letters.v1'] as const)
    for (let partition = 0; partition < log.partitions(topic); partition += 1)
      count += await log.end(topic, partition);
  return count;
}

/** Where reading goes on, and from where numbers are drawn: what is written from now on comes after all that the log has. */
async function settle(
  database: Database,
  { lastRound, lastSequence }: LogSurvey,
  { reading, next }: { readonly reading: ReadingState; readonly next: ReadonlyMap<string, number> },
): Promise<void> {
  for (const group of reading.positions.keys()) await savePositions(database, group, next);
  await savePositions(database, RELAY_GROUP, new Map([[ROUND, lastRound + 1]]));
  await database.query(`SELECT setval('outbox_id_seq', $1::bigint)`, [Math.max(1, lastSequence)]);
  await database.query(
    `SELECT setval('activity_id_seq', greatest(1, (SELECT max(id) FROM activity)))`,
  );
}

async function countRows(
  database: Database,
): Promise<Pick<RebuildSummary, 'customers' | 'feedback' | 'tasks' | 'deliveries' | 'owners'>> {
  const { rows } = await database.query<
    Record<'customers' | 'feedback' | 'tasks' | 'deliveries' | 'owners', number>
  >(
    `SELECT (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM feedback) AS feedback,
            (SELECT count(*) FROM tasks) AS tasks, (SELECT count(*) FROM deliveries) AS deliveries,
            (SELECT count(*) FROM owners) AS owners`,
  );
  return rows[0] ?? { customers: 0, feedback: 0, tasks: 0, deliveries: 0, owners: 0 };
}
