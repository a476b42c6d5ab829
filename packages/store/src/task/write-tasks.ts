import { SEVERITIES } from '@redress/contracts';
import type { Task } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** A task, and when it was written. */
export interface WrittenTask {
  readonly task: Task;
  readonly updatedAt: string;
}

/** Writes the rows of tasks and nothing else. */
export async function writeTasks(tx: Queryable, tasks: readonly WrittenTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(({ task, updatedAt }) => ({
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
    updated_at: updatedAt,
    sample: task.sample,
    shadow: task.shadow,
    version: task.version,
    data: task,
  }));
  await tx.query(
    `INSERT INTO tasks (id, customer_id, account_id, state, severity, severity_rank, owner, causes, opened_at,
                        next_clock_at, updated_at, sample, shadow, version, data)
     SELECT id, customer_id, account_id, state, severity, severity_rank, owner, causes, opened_at,
            next_clock_at, updated_at, sample, shadow, version, data
     FROM jsonb_to_recordset($1::text::jsonb) AS given (
       id text, customer_id text, account_id text, state text, severity text, severity_rank smallint, owner text,
       causes jsonb, opened_at timestamptz, next_clock_at timestamptz, updated_at timestamptz, sample boolean, shadow boolean,
       version integer, data jsonb)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET
       customer_id = excluded.customer_id, account_id = excluded.account_id, state = excluded.state,
       severity = excluded.severity, severity_rank = excluded.severity_rank, owner = excluded.owner,
       causes = excluded.causes, opened_at = excluded.opened_at, next_clock_at = excluded.next_clock_at,
       updated_at = excluded.updated_at, sample = excluded.sample, shadow = excluded.shadow,
       version = excluded.version, data = excluded.data`,
    [JSON.stringify(rows)],
  );
}
