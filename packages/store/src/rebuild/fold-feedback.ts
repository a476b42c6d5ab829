import { decodeEvent } from '@redress/contracts';
import type { EventData, FeedbackScored, TopicName } from '@redress/contracts';
import { themeDeltasOf } from '@redress/domain';
import type { Touch, TouchDecision } from '@redress/domain';
import { appendThemeDeltas } from '../decision/append-theme-deltas.ts';
import { saveTouches } from '../feedback/save-touches.ts';
import type { Queryable } from '../queryable.ts';
import type { DeadPlaces } from './fold-dead-letters.ts';
import { noteApplied } from './fold-settings.ts';
import type { ReadingState } from './fold-settings.ts';
import { foldTopic } from './fold-topic.ts';
import type { FoldContext } from './fold-topic.ts';
import type { LoggedRecord } from './logged-record.ts';

const SCORED = 'feedback.scored.v1' satisfies TopicName;
const AT_ONCE = 500;

/** What is known of the feedback topic before it is read. */
export interface FeedbackSettings {
  readonly reading: ReadingState;
  /** Records that were put aside. */
  readonly dead: DeadPlaces;
}

/**
 * Feedback as it was decided, with its words, its counts, and which events were applied. Answers from which place on something is left to be decided,
 * by `topic/partition`: everything before it was applied, put aside or erased.
 */
export async function foldFeedback(
  context: FoldContext,
  { reading, dead }: FeedbackSettings,
): Promise<ReadonlyMap<string, number>> {
  const { database, log, onRecord } = context;
  await foldDecisions(context, reading.applied);
  const next = new Map<string, number>();
  const seen = new Set<string>();
  for (let partition = 0; partition < log.partitions(SCORED); partition += 1) {
    const place = `${SCORED}/${String(partition)}`;
    const erased = await erasedIn(context, partition);
    const isApplied = appliedTest(reading, place, dead);
    let end = 0;
    let batch: LoggedRecord[] = [];
    const flush = async (): Promise<void> => {
      const records = batch;
      batch = [];
      if (records.length > 0) await writeFeedback(context, records, reading.applied, erased);
    };
    for await (const record of log.read(SCORED, partition)) {
      onRecord();
      end = record.offset + 1;
      const gone = record.value === null || erased.has(record.key);
      if (!gone && !isApplied(record)) {
        if (!next.has(place) && !dead.has(place, record.offset)) next.set(place, record.offset);
        continue;
      }
      // The scorer may have told it twice; what was read first was decided.
      if (record.value === null || seen.has(record.key)) continue;
      seen.add(record.key);
      batch.push(record);
      if (batch.length === AT_ONCE) await flush();
    }
    await flush();
    if (end > 0 && !next.has(place)) next.set(place, end);
  }
  await database.execute('DROP TABLE rebuilt_decisions');
  return next;
}

/** Decisions by their event, until their words are read. */
async function foldDecisions(context: FoldContext, applied: Map<string, string>): Promise<void> {
  await context.database.execute(
    'CREATE TABLE rebuilt_decisions (event_id text PRIMARY KEY, customer_id text NOT NULL, decision jsonb NOT NULL)',
  );
  await foldTopic(context, 'feedback.decided.v1', {
    every: ({ data, time }) => {
      noteApplied(applied, data.eventId, time);
    },
    async write(tx, records) {
      const rows = records.map(({ data }) => ({
        event_id: data.eventId,
        customer_id: data.foundAs ?? data.customerId,
        decision: decisionOf(data),
      }));
      await tx.query(
        `INSERT INTO rebuilt_decisions SELECT event_id, customer_id, decision
         FROM jsonb_to_recordset($1::text::jsonb) AS given (event_id text, customer_id text, decision jsonb)
         ON CONFLICT (event_id) DO NOTHING`,
        [JSON.stringify(rows)],
      );
    },
  });
}

function decisionOf({
  outcome,
  reason,
  taskId,
  weighed,
}: EventData<'feedback.decided.v1'>): object {
  const { severity = null, reasons = [], causes = [], outer = null, themes = [] } = weighed ?? {};
  return {
    outcome,
    reason,
    taskId,
    severity,
    reasons,
    causes,
    outer,
    themes,
  } satisfies TouchDecision;
}

/** Keys of a partition that a tombstone took away. */
async function erasedIn({ log }: FoldContext, partition: number): Promise<ReadonlySet<string>> {
  const erased = new Set<string>();
  for await (const { key, value } of log.read(SCORED, partition))
    if (value === null) erased.add(key);
  return erased;
}

/** An event was applied where a record says so, or where its group had read past it without putting it aside. */
function appliedTest(
  { applied, positions }: ReadingState,
  place: string,
  dead: DeadPlaces,
): (record: LoggedRecord) => boolean {
  const passed = Math.max(0, ...[...positions.values()].map((ofGroup) => ofGroup.get(place) ?? 0));
  return ({ key, offset }) => applied.has(key) || (offset < passed && !dead.has(place, offset));
}

interface DecisionRow {
  event_id: string;
  customer_id: string;
  account_id: string | null;
  decision: TouchDecision;
}

/** Words, decision and counts of some records; an event that another revision replaced, or that was erased, is only noted as applied. */
async function writeFeedback(
  { database, onUnreadable }: FoldContext,
  records: readonly LoggedRecord[],
  applied: ReadonlyMap<string, string>,
  erased: ReadonlySet<string>,
): Promise<void> {
  const read = records.flatMap((record) => {
    const decoded = decodeEvent(SCORED, record.value ?? new Uint8Array());
    if (decoded.ok) return [{ record, scored: decoded.event.data }];
    onUnreadable(`${SCORED}/${String(record.partition)}/${String(record.offset)}`, decoded.reason);
    return [];
  });
  await database.transaction(async (tx) => {
    const decisions = await decisionsOf(
      tx,
      read.map(({ record }) => record.key),
    );
    const touches: Touch[] = [];
    const deltas = [];
    for (const { record, scored } of read) {
      const row = decisions.get(record.key);
      if (row === undefined || erased.has(record.key)) continue;
      const touch = touchOf(row, scored);
      touches.push(touch);
      deltas.push(...themeDeltasOf(null, touch, row.account_id));
    }
    await saveTouches(tx, touches);
    await appendThemeDeltas(tx, deltas);
    await writeApplied(
      tx,
      read.map(({ record, scored }) => ({
        event_id: record.key,
        feedback_id: scored.feedbackId,
        at: applied.get(record.key) ?? record.at,
      })),
    );
  });
}

async function decisionsOf(
  tx: Queryable,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, DecisionRow>> {
  // A customer that was only locked has no record of its own.
  await tx.query(
    `INSERT INTO customers (id, surviving_id)
     SELECT DISTINCT customer_id, customer_id FROM rebuilt_decisions WHERE event_id = ANY($1::text[])
     ON CONFLICT (id) DO NOTHING`,
    [eventIds],
  );
  const { rows } = await tx.query<DecisionRow>(
    `SELECT d.event_id, d.customer_id, d.decision, survivor.account_id
     FROM rebuilt_decisions d JOIN customers c ON c.id = d.customer_id
     LEFT JOIN customers survivor ON survivor.id = c.surviving_id
     WHERE d.event_id = ANY($1::text[])`,
    [eventIds],
  );
  return new Map(rows.map((row) => [row.event_id, row]));
}

function touchOf(
  { customer_id: customerId, decision }: DecisionRow,
  scored: FeedbackScored,
): Touch {
  return { customerId, scored, decision };
}

async function writeApplied(
  tx: Queryable,
  rows: readonly { readonly event_id: string; readonly feedback_id: string; readonly at: string }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO applied_events (event_id, feedback_id, applied_at)
     SELECT event_id, feedback_id, at
     FROM jsonb_to_recordset($1::text::jsonb) AS given (event_id text, feedback_id text, at timestamptz)
     ON CONFLICT (event_id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
