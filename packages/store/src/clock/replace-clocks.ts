import type { TaskClock } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** Makes these the only clocks of the tasks. */
export async function replaceClocks(
  tx: Queryable,
  taskIds: readonly string[],
  clocks: readonly TaskClock[],
): Promise<void> {
  await tx.query('DELETE FROM clocks WHERE task_id = ANY($1::text[])', [taskIds]);
  if (clocks.length === 0) return;
  await tx.query(
    `INSERT INTO clocks (task_id, kind, key, due_at)
     SELECT "taskId", kind, key, "dueAt"
     FROM jsonb_to_recordset($1::text::jsonb) AS given ("taskId" text, kind text, key text, "dueAt" timestamptz)
     ORDER BY "taskId", kind, key`,
    [JSON.stringify(clocks)],
  );
}
