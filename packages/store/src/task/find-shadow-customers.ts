import type { Queryable } from '../queryable.ts';
import { OPEN_SQL } from './task-row.ts';

/** Customers with an open task in shadow that a source told of; sorted ids of who survives today. */
export async function findShadowCustomers(
  tx: Queryable,
  source: string,
): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT DISTINCT c.surviving_id AS id FROM tasks t JOIN customers c ON c.id = t.customer_id
     WHERE t.shadow AND t.state IN ${OPEN_SQL}
       AND EXISTS (SELECT 1 FROM feedback f WHERE f.task_id = t.id AND f.source = $1)
     ORDER BY 1`,
    [source],
  );
  return rows.map(({ id }) => id);
}
