import type { TopicName } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';
import type { OutboxRow } from './outbox-row.ts';
import { RELAY_GROUP, ROUND } from './relay-round.ts';

interface Row {
  id: number;
  transaction_id: string;
  destination: OutboxRow['destination'];
  topic: TopicName;
  partition: number;
  key: string;
  value: string | null;
  not_before: string | null;
  round: number;
}

/**
 * The oldest committed rows in order, of whole transactions: about `limit`, more where the last transaction has more.
 * Rows about one entity come in the order of its changes, because ids are drawn under its lock. A slow transaction is overtaken by others that
 * have nothing to do with it, and its rows are read when it commits: rows are deleted, not passed by.
 */
export async function readOutbox(db: Queryable, limit: number): Promise<readonly OutboxRow[]> {
  const { rows } = await db.query<Row>(
    // The transactions as a list, so that an index finds their rows; a join reads the table whole, and after a busy hour that is mostly
    // room of rows that are gone.
    `SELECT id, transaction_id, destination, topic, partition, key, value, not_before,
            coalesce((SELECT next_offset FROM positions WHERE consumer_group = $2 AND partition_key = $3), 0) AS round
     FROM outbox
     WHERE xid = ANY(ARRAY(
       SELECT DISTINCT xid FROM (SELECT xid FROM outbox ORDER BY id LIMIT $1::integer) AS head))
     ORDER BY id`,
    [limit, RELAY_GROUP, ROUND],
  );
  return rows.map((row) => ({
    id: row.id,
    transactionId: row.transaction_id,
    destination: row.destination,
    topic: row.topic,
    partition: row.partition,
    key: row.key,
    value: row.value,
    notBefore: row.not_before,
    round: row.round,
  }));
}
