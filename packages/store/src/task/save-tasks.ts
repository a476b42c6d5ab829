import type { Policy } from '@redress/contracts';
import { SEVERITIES } from '@redress/contracts';
import { clocksOf, isOpen } from '@redress/domain';
import type { Task } from '@redress/domain';
import { replaceClocks } from '../clock/replace-clocks.ts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** Writes tasks as whole rows with their clocks and puts them on their topic. To be called under the locks of their customers. */
export async function saveTasks(
  tx: Queryable,
  tasks: readonly Task[],
  policy: Policy,
  stamp: Stamp,
): Promise<void> {
  if (tasks.length === 0) return;
  const rows = [...new Map(tasks.map((task) => [task.id, task])).values()];
  // A customer has one open task: who makes room comes first.
  await upsert(
    tx,
    rows.filter((task) => !isOpen(task)),
    stamp,
  );
  await upsert(tx, rows.filter(isOpen), stamp);
  await replaceClocks(
    tx,
    rows.map(({ id }) => id),
    rows.flatMap((task) => clocksOf(task, policy)),
  );
  await appendOutbox(
    tx,
    rows.map((task) =>
      logRow('tasks.v1', { key: task.id, version: task.version, data: task }, stamp),
    ),
    stamp,
  );
}

async function upsert(tx: Queryable, tasks: readonly Task[], stamp: Stamp): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map((task) => ({
    id: task.id,
    customer_id: task.customerId,
    account_id: task.accountId,
    state: task.state,
    severity: task.severity,
    severity_rank: SEVERITIES.indexOf(task.severity),
    owner: task.owner,
    causes: task.causes,
    opened_at: task.openedAt,
    next_clock_at: task.nextClockAt,
    sample: task.sample,
    shadow: task.shadow,
    version: task.version,
    data: task,
  }));
  await tx.query(
    `INSERT INTO tasks (id, customer_id, account_id, state, severity, severity_rank, owner, causes, opened_at,
                        next_clock_at, updated_at, sample, shadow, version, data)
     SELECT id, customer_id, account_id, state, severity, severity_rank, owner, causes, opened_at,
            next_clock_at, $2::timestamptz, sample, shadow, version, data
     FROM jsonb_to_recordset($1::text::jsonb) AS given (
       id text, customer_id text, account_id text, state text, severity text, severity_rank smallint, owner text,
       causes jsonb, opened_at timestamptz, next_clock_at timestamptz, sample boolean, shadow boolean,
       version integer, data jsonb)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET
       customer_id = excluded.customer_id, account_id = excluded.account_id, state = excluded.state,
       severity = excluded.severity, severity_rank = excluded.severity_rank, owner = excluded.owner,
       causes = excluded.causes, opened_at = excluded.opened_at, next_clock_at = excluded.next_clock_at,
       updated_at = excluded.updated_at, sample = excluded.sample, shadow = excluded.shadow,
       version = excluded.version, data = excluded.data`,
    [JSON.stringify(rows), stamp.at],
  );
}
