import type { Customer } from '@redress/domain';
import { customerColumns, toCustomer } from '../customer/customer-row.ts';
import type { CustomerRow } from '../customer/customer-row.ts';
import type { Queryable } from '../queryable.ts';
import { OPEN_SQL } from '../task/task-row.ts';

/** A complaint of a colleague this long ago can still be the same grievance, with room for a policy that looks further back than the built-in 30 days. */
const COMPLAINT_DAYS = 60;
/** Colleagues of one account that are looked at. */
const MEMBERS_AT_MOST = 50;

/** Each customer first, then those of the same account with an open task or a recent complaint. */
export async function loadMembers(
  tx: Queryable,
  customerIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, readonly Customer[]>> {
  const { rows } = await tx.query<CustomerRow & { asked_id: string }>(
    `SELECT asked.id AS asked_id, ${customerColumns('m')}
     FROM customers asked
     CROSS JOIN LATERAL (
       SELECT 0 AS place, ${customerColumns('asked')}
       UNION ALL
       (SELECT 1, ${customerColumns('mate')}
        FROM customers mate
        WHERE mate.account_id = asked.account_id
          AND mate.id <> asked.id
          AND mate.surviving_id = mate.id
          AND (EXISTS (SELECT 1 FROM customers same JOIN tasks t ON t.customer_id = same.id
                       WHERE same.surviving_id = mate.id AND t.state IN ${OPEN_SQL})
            OR EXISTS (SELECT 1 FROM customers same JOIN feedback f ON f.customer_id = same.id
                       WHERE same.surviving_id = mate.id AND f.outcome IN ('task', 'joined')
                         AND f.occurred_at > $2::timestamptz - make_interval(days => $3::integer)))
        ORDER BY mate.id
        LIMIT $4::integer)
     ) AS m
     WHERE asked.id = ANY($1::text[])
     ORDER BY asked.id, m.place, m.id`,
    [customerIds, now, COMPLAINT_DAYS, MEMBERS_AT_MOST - 1],
  );
  const members = new Map<string, Customer[]>();
  for (const row of rows) {
    const group = members.get(row.asked_id) ?? [];
    group.push(toCustomer(row));
    members.set(row.asked_id, group);
  }
  return members;
}
