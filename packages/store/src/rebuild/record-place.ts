import type { TopicName } from '@redress/contracts';
import { RedressError } from '@redress/runtime';
import type { LoggedRecord } from './logged-record.ts';

/** Where a record of the relay stands among all changes, as its headers tell. */
export interface RecordPlace {
  /** The store transaction it is of, and how many records of state topics that one has. */
  readonly transaction: string;
  readonly rows: number;
  /** Rises with every change of one entity: the highest is how it stands, whatever came last. */
  readonly sequence: number;
  /** The relay's round that took it out; every earlier one is in the log whole. */
  readonly round: number;
}

/** Topics that hold how everything stands: the relay alone writes them, and they are kept for ever. */
export const STATE_TOPICS = [
  'policies.v1',
  'settings.v1',
  'owners.v1',
  'customers.v1',
  'tasks.v1',
  'task-activity.v1',
  'deliveries.v1',
  'contacts.v1',
  'feedback.decided.v1',
] as const satisfies readonly TopicName[];

export type StateTopic = (typeof STATE_TOPICS)[number];

/** The place of a record; null where an earlier release wrote it without one. */
export function knownPlaceOf({ headers }: LoggedRecord): RecordPlace | null {
  const { transaction, transaction_rows: rows, sequence, round } = headers;
  if (transaction === undefined) return null;
  const place = {
    transaction,
    rows: Number(rows),
    sequence: Number(sequence),
    round: Number(round),
  };
  return [place.rows, place.sequence, place.round].every(Number.isSafeInteger) ? place : null;
}

/** The same; throws REDRESS_LOG_OLDER where there is none. */
export function placeOf(topic: TopicName, record: LoggedRecord): RecordPlace {
  const place = knownPlaceOf(record);
  if (place !== null) return place;
  const { partition, offset } = record;
  throw new RedressError(
    'REDRESS_LOG_OLDER',
    `The log holds a record of an earlier release (${topic}/${String(partition)} at ${String(offset)}) that does not tell enough to make the store again. Put back a copy of the whole data folder, or begin with a new one.`,
  );
}
