import type { Queryable } from '../queryable.ts';

/**
 * Marks events as applied and answers the ids that were not before. Belongs into the transaction of their effects.
 * Inserted in the order of their ids, so that two that take the same events wait for each other and do not lock each other.
 */
export async function takeEvents(
  tx: Queryable,
  events: readonly { readonly eventId: string; readonly feedbackId: string }[],
  now: string,
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const unique = [...new Map(events.map((event) => [event.eventId, event])).values()];
  const { rows } = await tx.query<{ event_id: string }>(
    `INSERT INTO applied_events (event_id, feedback_id, applied_at)
     SELECT event_id, feedback_id, $3::timestamptz
     FROM unnest($1::text[], $2::text[]) AS given (event_id, feedback_id)
     ORDER BY event_id
     ON CONFLICT (event_id) DO NOTHING
     RETURNING event_id`,
    [unique.map(({ eventId }) => eventId), unique.map(({ feedbackId }) => feedbackId), now],
  );
  return new Set(rows.map((row) => row.event_id));
}
