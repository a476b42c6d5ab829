import type { Queryable } from '../queryable.ts';
import { OPEN_SQL } from '../task/task-row.ts';

/** Open tasks by owner. */
export async function loadLoads(tx: Queryable): Promise<Readonly<Record<string, number>>> {
  const { rows } = await tx.query<{ owner: string; tasks: number }>(
    `SELECT owner, count(*) AS tasks FROM tasks WHERE state IN ${OPEN_SQL} GROUP BY owner ORDER BY owner`,
  );
  return Object.fromEntries(rows.map((row) => [row.owner, row.tasks]));
}
