import { decodeEnvelope } from '@redress/contracts';
import type { EventData } from '@redress/contracts';
import { isRedressError } from '@redress/runtime';
import type { Database, Queryable } from '../queryable.ts';
import type { LoggedRecord, ReadableLog } from './logged-record.ts';
import { placeOf } from './record-place.ts';
import type { StateTopic } from './record-place.ts';
import { readTopic } from './survey-log.ts';
import type { LogSurvey } from './survey-log.ts';

/** Rows of one statement. */
const AT_ONCE = 500;

/** What every fold works with. */
export interface FoldContext {
  readonly database: Database;
  readonly log: ReadableLog;
  readonly survey: LogSurvey;
  /** Told of every record that was looked at. */
  readonly onRecord: () => void;
  /** Told of a record that nothing could be made of: its place and why. */
  readonly onUnreadable: (place: string, reason: string) => void;
}

/** An entity as it stands after all changes. */
export interface StateRecord<T extends StateTopic> {
  readonly data: EventData<T>;
  /** When the change was made. */
  readonly time: string;
  /** Version of the policy that was in force, where the record tells. */
  readonly policy: string | undefined;
  readonly sequence: number;
  /** `tasks.v1/2/57`. */
  readonly place: string;
}

export interface FoldOptions<T extends StateTopic> {
  /** Writes entities as they stand; one transaction each call. */
  readonly write: (tx: Queryable, records: readonly StateRecord<T>[]) => Promise<void>;
  /** Shown every record that counts, also those that a later one replaced, where `wants` says so by its key. */
  readonly every?: (record: StateRecord<T>) => void;
  readonly wants?: (key: string) => boolean;
}

/** Reads a topic and writes every entity of it as it stands. What cannot be read or written is told and left out: the rest is not held up by it. */
export async function foldTopic<T extends StateTopic>(
  context: FoldContext,
  topic: T,
  { write, every, wants = () => true }: FoldOptions<T>,
): Promise<void> {
  const { log, survey, onRecord } = context;
  let batch: StateRecord<T>[] = [];
  for await (const record of readTopic(log, topic)) {
    onRecord();
    const current = survey.isCurrent(topic, record);
    const shown = every !== undefined && wants(record.key) && survey.counts(topic, record);
    if (!current && !shown) continue;
    const read = readRecord(context, topic, record);
    if (read === null) continue;
    if (shown) every(read);
    if (!current) continue;
    batch.push(read);
    if (batch.length < AT_ONCE) continue;
    await writeAll(context, batch, write);
    batch = [];
  }
  await writeAll(context, batch, write);
}

function readRecord<T extends StateTopic>(
  { onUnreadable }: FoldContext,
  topic: T,
  record: LoggedRecord,
): StateRecord<T> | null {
  if (record.value === null) return null;
  const place = `${topic}/${String(record.partition)}/${String(record.offset)}`;
  const decoded = decodeEnvelope(record.value);
  if (!decoded.ok || decoded.event.type !== topic) {
    onUnreadable(place, decoded.ok ? `is of type ${decoded.event.type}` : decoded.reason);
    return null;
  }
  const { data, time, policy } = decoded.event;
  // What the store wrote itself is taken as it stands: the same row again, whatever the schema has learned since.
  return {
    data: data as EventData<T>,
    time,
    policy,
    sequence: placeOf(topic, record).sequence,
    place,
  };
}

/** All in one transaction; where that is refused, each in one of its own. */
async function writeAll<T extends StateTopic>(
  { database, onUnreadable }: FoldContext,
  records: readonly StateRecord<T>[],
  write: FoldOptions<T>['write'],
): Promise<void> {
  if (records.length === 0) return;
  try {
    await database.transaction((tx) => write(tx, records));
    return;
  } catch (thrown) {
    if (!isRedressError(thrown) || thrown.retryable) throw thrown;
  }
  for (const record of records) {
    try {
      await database.transaction((tx) => write(tx, [record]));
    } catch (thrown) {
      if (!isRedressError(thrown) || thrown.retryable) throw thrown;
      onUnreadable(record.place, thrown.code);
    }
  }
}
