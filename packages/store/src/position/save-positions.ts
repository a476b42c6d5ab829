import { appendOutbox } from '../outbox/append-outbox.ts';
import type { Queryable } from '../queryable.ts';
import { settingRow } from '../setting/setting-row.ts';
import type { Stamp } from '../stamp.ts';

/**
 * Keeps where a group reads on; belongs into the transaction of the effects. `applied`: puts it on the topic too, with the events that the
 * transaction applied, so that a store made again knows them.
 */
export async function savePositions(
  tx: Queryable,
  group: string,
  positions: ReadonlyMap<string, number>,
  applied?: Stamp,
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
  if (applied === undefined) return;
  const { eventIds = [] } = applied;
  await appendOutbox(
    tx,
    [...positions].map(([place, next]) =>
      settingRow('position', `${group}:${place}`, next, { group, next, eventIds }, applied),
    ),
    applied,
  );
}
