import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** One line of a task's timeline. */
export interface ActivityEntry {
  readonly taskId: string;
  readonly at: string;
  /** Owner's id, or the part of Redress that did it. */
  readonly actor: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Puts lines at the end of their tasks' timelines, in the order given, and on their topic. */
export async function appendActivity(
  tx: Queryable,
  entries: ActivityEntry | readonly ActivityEntry[],
  stamp: Stamp,
): Promise<void> {
  const given = [entries].flat();
  if (given.length === 0) return;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO activity (task_id, at, actor, type, data)
     SELECT task_id, at, actor, type, data
     FROM ROWS FROM (
       jsonb_to_recordset($1::text::jsonb) AS ("taskId" text, at timestamptz, actor text, type text, data jsonb)
     ) WITH ORDINALITY AS given (task_id, at, actor, type, data, place)
     ORDER BY place
     RETURNING id`,
    [JSON.stringify(given)],
  );
  // Drawn in the order of the lines; which of them is answered first is the engine's affair.
  const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
  await appendOutbox(tx, recordsOf(given, ids, stamp), stamp);
}

/** One record a task, under its first line's id. */
function recordsOf(
  entries: readonly ActivityEntry[],
  ids: readonly number[],
  stamp: Stamp,
): readonly NewOutboxRow[] {
  const byTask = new Map<string, object[]>();
  const records: { readonly id: string; readonly taskId: string; readonly lines: object[] }[] = [];
  for (const [index, { taskId, ...line }] of entries.entries()) {
    const id = ids[index] ?? 0;
    let lines = byTask.get(taskId);
    if (lines === undefined) {
      lines = [];
      byTask.set(taskId, lines);
      records.push({ id: activityKey(taskId, id), taskId, lines });
    }
    lines.push({ id, ...line });
  }
  return records.map((data) =>
    logRow('task-activity.v1', { key: data.id, version: stamp.transactionId, data }, stamp),
  );
}

/** Record key of lines that begin with this one. */
export function activityKey(taskId: string, firstLine: number): string {
  return `${taskId}:${String(firstLine)}`;
}
