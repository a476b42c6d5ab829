import type { Queryable } from '../queryable.ts';
import { RELAY_GROUP, ROUND } from './relay-round.ts';

/** Takes rows away once they are out, which ends the round that took them. */
export async function deleteOutbox(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  // Whoever finds them gone came too late: that was no round of its own.
  await db.query(
    `WITH gone AS (DELETE FROM outbox WHERE id = ANY($1::bigint[]) RETURNING id)
     INSERT INTO positions (consumer_group, partition_key, next_offset)
     SELECT $2, $3, 1 WHERE EXISTS (SELECT 1 FROM gone)
     ON CONFLICT (consumer_group, partition_key) DO UPDATE SET next_offset = positions.next_offset + 1`,
    [ids, RELAY_GROUP, ROUND],
  );
}
