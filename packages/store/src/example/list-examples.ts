import { examplesOf, type ConfirmedExample } from '@redress/domain';
import { findFeedback } from '../feedback/find-feedback.ts';
import { decodeCursor, pageOf } from '../page.ts';
import type { Page, Place } from '../page.ts';
import type { Queryable } from '../queryable.ts';
import { SELECT_TASKS, toTask } from '../task/task-row.ts';
import type { TaskRow } from '../task/task-row.ts';

export interface ExampleFilter {
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Tasks that a page is read from: one has an example, a few, or none. */
  readonly limit: number;
}

/**
 * What owners confirmed, newest tasks first, from tasks and feedback as they stand: what was erased or deleted since is no example any more. Throws
 * REDRESS_CURSOR_INVALID for an `after` that is none of ours.
 */
export async function listExamples(
  db: Queryable,
  { after, limit }: ExampleFilter,
): Promise<Page<ConfirmedExample>> {
  const [openedAt, id]: Place | readonly [null, null] =
    after === undefined ? [null, null] : decodeCursor(after, 'timestamptz');
  const { rows } = await db.query<TaskRow>(
    `${SELECT_TASKS}
     WHERE NOT t.sample
       AND (t.data -> 'resolution' -> 'causes' IS NOT NULL
            OR jsonb_path_exists(t.data, '$.pastCycles[*].resolution.causes'))
       AND ($1::text IS NULL OR (t.opened_at, t.id) < ($1::text::timestamptz, $2::text))
     ORDER BY t.opened_at DESC, t.id DESC
     LIMIT $3::integer`,
    [openedAt, id, limit + 1],
  );
  const page = pageOf(rows.map(toTask), limit, (task) => [task.openedAt, task.id]);
  const touches = await findFeedback(
    db,
    page.items.flatMap((task) => [...task.pastCycles, task].flatMap((cycle) => cycle.touches)),
  );
  return { items: page.items.flatMap((task) => examplesOf(task, touches)), next: page.next };
}
