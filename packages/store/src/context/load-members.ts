import type { Customer } from '@redress/domain';
import { customerColumns, toCustomer } from '../customer/customer-row.ts';
import type { CustomerRow } from '../customer/customer-row.ts';
import type { Queryable } from '../queryable.ts';
import { OPEN_SQL } from '../task/task-row.ts';

/** A complaint of a colleague this long ago can still be the same grievance, with room for a policy that looks further back than the built-in 30 days. */
const COMPLAINT_DAYS = 60;
/** Colleagues of one account that are looked at. */
const MEMBERS_AT_MOST = 50;

/** They share a task with the customer asked for: without them that task would seem to be about less than it is, however old. */
const SHARES_A_TASK = `(${inTaskOf('asked', 'mate')} OR ${inTaskOf('mate', 'asked')})`;

/** Each customer first, then those of the same account who share a task, have an open one or complained lately. */
export async function loadMembers(
  tx: Queryable,
  customerIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, readonly Customer[]>> {
  const { rows } = await tx.query<CustomerRow>(
    `SELECT ${customerColumns('asked')} FROM customers asked WHERE asked.id = ANY($1::text[]) ORDER BY asked.id`,
    [customerIds],
  );
  const members = new Map(rows.map((row) => [row.id, [toCustomer(row)]]));
  const ofAccounts = rows.flatMap((row) => (row.account_id === null ? [] : [row.id]));
  // Most customers have no account; the others are asked about apart, because this is as much work as all the rest.
  if (ofAccounts.length > 0) {
    for (const row of await loadMates(tx, ofAccounts, now)) {
      members.get(row.asked_id)?.push(toCustomer(row));
    }
  }
  return members;
}

async function loadMates(
  tx: Queryable,
  customerIds: readonly string[],
  now: string,
): Promise<readonly (CustomerRow & { asked_id: string })[]> {
  const { rows } = await tx.query<CustomerRow & { asked_id: string }>(
    `SELECT asked.id AS asked_id, ${customerColumns('m')}
     FROM customers asked
     CROSS JOIN LATERAL (
       SELECT CASE WHEN ${SHARES_A_TASK} THEN 1 ELSE 2 END AS place, ${customerColumns('mate')}
       FROM customers mate
       WHERE mate.account_id = asked.account_id
         AND mate.id <> asked.id
         AND mate.surviving_id = mate.id
         AND (${SHARES_A_TASK}
           OR EXISTS (SELECT 1 FROM customers same JOIN tasks t ON t.customer_id = same.id
                      WHERE same.surviving_id = mate.id AND t.state IN ${OPEN_SQL})
           OR EXISTS (SELECT 1 FROM customers same JOIN feedback f ON f.customer_id = same.id
                      WHERE same.surviving_id = mate.id AND f.outcome IN ('task', 'joined')
                        AND f.occurred_at > $2::timestamptz - make_interval(days => $3::integer)))
       ORDER BY 1, mate.id
       LIMIT $4::integer
     ) AS m
     WHERE asked.id = ANY($1::text[])
     ORDER BY asked.id, m.place, m.id`,
    [customerIds, now, COMPLAINT_DAYS, MEMBERS_AT_MOST - 1],
  );
  return rows;
}

/** Whether a task of `holder` has feedback of `speaker`; both are aliases of surviving customers. */
function inTaskOf(speaker: string, holder: string): string {
  return `EXISTS (
  SELECT 1 FROM customers said JOIN feedback f ON f.customer_id = said.id
  JOIN tasks t ON t.id = f.task_id JOIN customers held ON held.id = t.customer_id
  WHERE said.surviving_id = ${speaker}.id AND held.surviving_id = ${holder}.id)`;
}
