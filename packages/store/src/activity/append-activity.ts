import type { Queryable } from '../queryable.ts';

/** One line of a task's timeline. */
export interface ActivityEntry {
  readonly taskId: string;
  readonly at: string;
  /** Owner's id, or the part of Redress that did it. */
  readonly actor: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Puts lines at the end of their tasks' timelines, in the order given. */
export async function appendActivity(
  tx: Queryable,
  entries: ActivityEntry | readonly ActivityEntry[],
): Promise<void> {
  const rows = [entries].flat();
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO activity (task_id, at, actor, type, data)
     SELECT task_id, at, actor, type, data
     FROM ROWS FROM (
       jsonb_to_recordset($1::text::jsonb) AS ("taskId" text, at timestamptz, actor text, type text, data jsonb)
     ) WITH ORDINALITY AS given (task_id, at, actor, type, data, place)
     ORDER BY place`,
    [JSON.stringify(rows)],
  );
}
