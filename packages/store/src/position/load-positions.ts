import type { Queryable } from '../queryable.ts';

/** The next offset a consumer group reads, by position key (`topic/partition`). */
export async function loadPositions(db: Queryable, group: string): Promise<Map<string, number>> {
  const { rows } = await db.query<{ partition_key: string; next_offset: number }>(
    'SELECT partition_key, next_offset FROM positions WHERE consumer_group = $1 ORDER BY partition_key',
    [group],
  );
  return new Map(rows.map((row) => [row.partition_key, row.next_offset]));
}
