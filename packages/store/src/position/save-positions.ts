import type { Queryable } from '../queryable.ts';

/** Keeps where a group reads on; belongs into the transaction of the effects. */
export async function savePositions(
  tx: Queryable,
  group: string,
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  if (positions.size === 0) return;
  await tx.query(
    `INSERT INTO positions (consumer_group, partition_key, next_offset)
     SELECT $1, partition_key, next_offset
     FROM unnest($2::text[], $3::bigint[]) AS given (partition_key, next_offset)
     ORDER BY partition_key
     ON CONFLICT (consumer_group, partition_key) DO UPDATE SET next_offset = excluded.next_offset`,
    [group, [...positions.keys()], [...positions.values()]],
  );
}
