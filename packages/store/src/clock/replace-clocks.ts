import type { TaskClock } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** Makes these the only clocks of the tasks, held by nobody. Rows that are right already are left as they are. */
export async function replaceClocks(
  tx: Queryable,
  taskIds: readonly string[],
  clocks: readonly TaskClock[],
): Promise<void> {
  const rows = JSON.stringify(clocks);
  await tx.query(
    `DELETE FROM clocks WHERE task_id = ANY($1::text[]) AND (task_id, kind, key) NOT IN (
       SELECT "taskId", kind, key FROM jsonb_to_recordset($2::text::jsonb) AS given ("taskId" text, kind text, key text))`,
    [taskIds, rows],
  );
  if (clocks.length === 0) return;
  await tx.query(
    `INSERT INTO clocks (task_id, kind, key, due_at)
     SELECT "taskId", kind, key, "dueAt"
     FROM jsonb_to_recordset($1::text::jsonb) AS given ("taskId" text, kind text, key text, "dueAt" timestamptz)
     ORDER BY "taskId", kind, key
     ON CONFLICT (task_id, kind, key) DO UPDATE SET due_at = excluded.due_at, leased_until = NULL
     WHERE clocks.due_at <> excluded.due_at OR clocks.leased_until IS NOT NULL`,
    [rows],
  );
}
