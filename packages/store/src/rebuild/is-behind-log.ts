import type { TopicName } from '@redress/contracts';
import { RELAY_GROUP, ROUND } from '../outbox/relay-round.ts';
import { loadPositions } from '../position/load-positions.ts';
import type { Queryable } from '../queryable.ts';
import type { LoggedRecord, ReadableLog } from './logged-record.ts';
import { STATE_TOPICS, knownPlaceOf } from './record-place.ts';

/**
 * Whether the log holds changes that the store does not: then it is an older copy. What a round took out that was cut short is in the outbox still.
 * What an earlier release wrote does not tell.
 */
export async function isBehindLog(db: Queryable, log: ReadableLog): Promise<boolean> {
  const places = (await lastRecords(log)).flatMap((record) => knownPlaceOf(record) ?? []);
  const last = Math.max(-1, ...places.map(({ round }) => round));
  const finished = (await loadPositions(db, RELAY_GROUP)).get(ROUND) ?? 0;
  if (last !== finished) return last > finished;
  const ofRound = places.filter(({ round }) => round === last);
  const { rows } = await db.query<{ found: number }>(
    `SELECT count(*) AS found FROM outbox JOIN unnest($1::bigint[], $2::text[]) AS given (id, transaction_id)
       ON outbox.id = given.id AND outbox.transaction_id = given.transaction_id`,
    [ofRound.map(({ sequence }) => sequence), ofRound.map(({ transaction }) => transaction)],
  );
  return rows[0]?.found !== ofRound.length;
}

/** Whether the log tells how anything stands. */
export async function holdsState(log: ReadableLog): Promise<boolean> {
  return (await lastRecords(log)).length > 0;
}

/** The last record of every partition: rounds rise along it. */
async function lastRecords(log: ReadableLog): Promise<readonly LoggedRecord[]> {
  const records: LoggedRecord[] = [];
  for (const topic of STATE_TOPICS)
    for (let partition = 0; partition < log.partitions(topic); partition += 1) {
      const last = await lastRecord(log, topic, partition);
      if (last !== null) records.push(last);
    }
  return records;
}

async function lastRecord(
  log: ReadableLog,
  topic: TopicName,
  partition: number,
): Promise<LoggedRecord | null> {
  const end = await log.end(topic, partition);
  // Compaction leaves gaps, so it may stand further back than at the end.
  for (let back = 1; ; back *= 10) {
    const from = Math.max(0, end - back);
    let last: LoggedRecord | null = null;
    for await (const record of log.read(topic, partition, from)) last = record;
    if (last !== null || from === 0) return last;
  }
}
