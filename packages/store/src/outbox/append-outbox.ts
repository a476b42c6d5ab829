import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import type { NewOutboxRow } from './outbox-row.ts';

/** Puts rows at the end of the outbox, in the order given. To be called under the locks of what they are about. */
export async function appendOutbox(
  tx: Queryable,
  rows: readonly NewOutboxRow[],
  stamp: Stamp,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO outbox (transaction_id, destination, topic, partition, key, value, not_before, created_at)
     SELECT $2, destination, topic, partition, key, value, not_before, $3::timestamptz
     FROM ROWS FROM (
       jsonb_to_recordset($1::text::jsonb)
         AS (destination text, topic text, partition integer, key text, value text, "notBefore" timestamptz)
     ) WITH ORDINALITY AS given (destination, topic, partition, key, value, not_before, place)
     ORDER BY place`,
    [JSON.stringify(rows), stamp.transactionId, stamp.at],
  );
}
