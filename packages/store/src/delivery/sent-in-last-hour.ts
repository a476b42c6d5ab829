import type { Queryable } from '../queryable.ts';

/** How many messages went to an owner in the hour before `now`, those that are going included. */
export async function sentInLastHour(
  tx: Queryable,
  recipient: string,
  now: string,
): Promise<number> {
  const { rows } = await tx.query<{ sent: number }>(
    `SELECT count(*) AS sent FROM deliveries
     WHERE recipient = $1 AND (state = 'sending'
       OR state = 'sent' AND sent_at > $2::timestamptz - interval '1 hour' AND sent_at <= $2::timestamptz)`,
    [recipient, now],
  );
  return rows[0]?.sent ?? 0;
}
