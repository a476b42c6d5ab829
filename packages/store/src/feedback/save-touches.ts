import { eventIdOf } from '@redress/contracts';
import type { Touch } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/**
 * Writes feedback as it stands after a decision. A feedback that is there keeps the customer it first came by, as long as that is the same person
 * as now: where a revision corrects who spoke, it moves. Answers that customer by feedback id.
 * `foundAs`: feedback id → the customer its identity belongs to, where that is not the one who survives.
 */
export async function saveTouches(
  tx: Queryable,
  touches: readonly Touch[],
  foundAs: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, string>> {
  if (touches.length === 0) return new Map();
  const rows = new Map(
    touches.map(({ customerId, scored, decision }) => [
      scored.feedbackId,
      {
        id: scored.feedbackId,
        customer_id: foundAs.get(scored.feedbackId) ?? customerId,
        event_id: eventIdOf(scored.feedbackId, scored.revision),
        occurred_at: scored.occurredAt,
        received_at: scored.receivedAt,
        revision_at: scored.revision.at,
        source: scored.source,
        channel: scored.channel,
        outcome: decision?.outcome ?? null,
        reason: decision?.reason ?? null,
        task_id: decision?.taskId ?? null,
        severity: decision?.severity ?? null,
        sample: scored.sample === true,
        historical: scored.historical === true,
        scored,
        decision,
      },
    ]),
  );
  const saved = await tx.query<{ feedback_id: string; customer_id: string }>(
    `INSERT INTO feedback (feedback_id, customer_id, event_id, occurred_at, received_at, revision_at, source, channel,
                           outcome, reason, task_id, severity, sample, historical, scored, decision)
     SELECT id, customer_id, event_id, occurred_at, received_at, revision_at, source, channel,
            outcome, reason, task_id, severity, sample, historical, scored, nullif(decision, 'null'::jsonb)
     FROM jsonb_to_recordset($1::text::jsonb) AS given (
       id text, customer_id text, event_id text, occurred_at timestamptz, received_at timestamptz,
       revision_at timestamptz, source text, channel text, outcome text, reason text, task_id text, severity text,
       sample boolean, historical boolean, scored jsonb, decision jsonb)
     ORDER BY id
     ON CONFLICT (feedback_id) DO UPDATE SET
       customer_id = CASE
         WHEN (SELECT surviving_id FROM customers WHERE id = feedback.customer_id)
            = (SELECT surviving_id FROM customers WHERE id = excluded.customer_id)
         THEN feedback.customer_id ELSE excluded.customer_id END,
       event_id = excluded.event_id, occurred_at = excluded.occurred_at, received_at = excluded.received_at,
       revision_at = excluded.revision_at, source = excluded.source, channel = excluded.channel,
       outcome = excluded.outcome, reason = excluded.reason, task_id = excluded.task_id, severity = excluded.severity,
       sample = excluded.sample, historical = excluded.historical, scored = excluded.scored, decision = excluded.decision
     RETURNING feedback_id, customer_id`,
    [JSON.stringify([...rows.values()])],
  );
  return new Map(saved.rows.map((row) => [row.feedback_id, row.customer_id]));
}
