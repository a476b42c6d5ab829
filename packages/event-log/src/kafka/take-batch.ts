import type { Clock } from '@redress/runtime';
import type { EachBatchPayload } from 'kafkajs';
import { faultsOf } from './kafka-error.ts';
import type { PartitionSession } from './partition-session.ts';
import { toStoredRecord } from './to-stored-record.ts';

/** Longest wait for a partition to take what was fetched; then it is held, and fetching goes on with the others. */
const PATIENCE_MS = 200;

/** The group comes together anew, or has done so without us. */
const REBALANCE = [
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'NOT_COORDINATOR_FOR_GROUP',
];

/** What happened to a fetched batch. */
export type Taken =
  /** Its records wait in the session, at most a hand-over of them. */
  | 'taken'
  /** Its records wait in the session, which is slow: fetch no more for it. */
  | 'slow'
  /** It begins elsewhere than the session expects; nothing of it was taken. */
  | 'unexpected'
  /** The session is over. */
  | 'over'
  /** The group comes together anew. */
  | 'rebalancing';

/**
 * Gives a fetched batch to its partition's session and waits, for a moment, until most of it is handed over: the fetch loop then goes
 * at the handlers' pace, and a rebalance finds little in hand. kafkajs's offset is moved on at once: it says what is fetched next, not what is settled.
 */
export async function takeBatch(
  session: PartitionSession,
  payload: EachBatchPayload,
  options: { readonly clock: Clock; readonly leave: number },
): Promise<Taken> {
  const { batch } = payload;
  const isOver = (): boolean => session.signal.aborted;
  if (isOver()) return 'over';
  if (fetchedFrom(payload) !== session.expected()) return 'unexpected';
  const last = batch.messages.at(-1);
  if (last === undefined) return 'taken';
  session.push(
    batch.messages.map((message) => toStoredRecord(session.topic, session.partition, message)),
    Number(batch.lastOffset()) + 1,
  );
  payload.resolveOffset(last.offset);

  const done = new AbortController();
  const late = new AbortController();
  const patience = options.clock.sleep(PATIENCE_MS, done.signal).then(() => {
    late.abort();
  });
  try {
    while (session.waiting() > options.leave) {
      await Promise.race([session.progress(), patience]);
      if (isOver()) return 'over';
      if (!(await stillMember(payload))) return 'rebalancing';
      if (late.signal.aborted) return 'slow';
    }
    return (await stillMember(payload)) ? 'taken' : 'rebalancing';
  } finally {
    done.abort();
  }
}

/** Offset that kafkajs asked for: not in its types, but the only sign of a silent reset. */
function fetchedFrom({ batch }: EachBatchPayload): number {
  const asked = 'fetchedOffset' in batch ? batch.fetchedOffset : batch.firstOffset();
  return Number(asked);
}

/** Sends a heartbeat where one is due. Other failures are left to kafkajs's own heartbeat, right after. */
async function stillMember(payload: EachBatchPayload): Promise<boolean> {
  try {
    await payload.heartbeat();
    return true;
  } catch (thrown) {
    return !faultsOf(thrown).some((fault) => REBALANCE.includes(fault));
  }
}
