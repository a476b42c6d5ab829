import type { RootCause, Severity } from '@redress/contracts';
import { SEVERITIES } from '@redress/contracts';
import type { Task, TaskState } from '@redress/domain';
import { OPEN_STATES } from '@redress/domain';
import { decodeCursor, pageOf } from '../page.ts';
import type { Page, Place } from '../page.ts';
import type { Queryable } from '../queryable.ts';
import { SELECT_TASKS, toTask } from './task-row.ts';
import type { TaskRow } from './task-row.ts';

export type TaskOrder = 'due' | 'opened' | 'severity';

export interface TaskFilter {
  /** `unfinished`: all states in which somebody still has to act. */
  readonly state?: TaskState | 'unfinished' | undefined;
  readonly severity?: Severity | undefined;
  readonly owner?: string | undefined;
  readonly cause?: RootCause | undefined;
  /** Part of the customer's name, or the beginning of the task's, customer's or account's id. */
  readonly q?: string | undefined;
  readonly order: TaskOrder;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Later than any clock: tasks without one come last. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** What each order sorts by: ascending text or instants, ties by id; severity counts down from the worst. */
const KEYS: Record<
  TaskOrder,
  {
    readonly sql: string;
    readonly type: 'timestamptz' | 'smallint';
    readonly descending: boolean;
    readonly of: (task: Task) => string;
  }
> = {
  due: {
    sql: `coalesce(t.next_clock_at, '${NEVER}'::timestamptz)`,
    type: 'timestamptz',
    descending: false,
    of: (task) => task.nextClockAt ?? NEVER,
  },
  opened: {
    sql: 't.opened_at',
    type: 'timestamptz',
    descending: true,
    of: (task) => task.openedAt,
  },
  severity: {
    sql: 't.severity_rank',
    type: 'smallint',
    descending: true,
    of: (task) => String(SEVERITIES.indexOf(task.severity)),
  },
};

/** Tasks that fit the filter, a page at a time. Throws REDRESS_CURSOR_INVALID for an `after` that is none of ours. */
export async function listTasks(db: Queryable, filter: TaskFilter): Promise<Page<Task>> {
  const { state, severity = null, owner = null, cause = null, q, order, after, limit } = filter;
  const { sql, type, descending, of } = KEYS[order];
  const states = state === undefined ? null : state === 'unfinished' ? [...OPEN_STATES] : [state];
  const [key, id]: Place | readonly [null, null] =
    after === undefined ? [null, null] : decodeCursor(after, type);
  const direction = descending ? 'DESC' : 'ASC';
  const { rows } = await db.query<TaskRow>(
    `${SELECT_TASKS} LEFT JOIN customers survivor ON survivor.id = c.surviving_id
     WHERE ($1::text[] IS NULL OR t.state = ANY($1::text[]))
       AND ($2::text IS NULL OR t.severity = $2::text)
       AND ($3::text IS NULL OR t.owner = $3::text)
       AND ($4::text IS NULL OR t.causes @> jsonb_build_array($4::text))
       AND ($5::text IS NULL OR survivor.name ILIKE '%' || $5::text || '%'
            OR t.id LIKE $5::text || '%' OR c.surviving_id LIKE $5::text || '%' OR t.account_id ILIKE $5::text || '%')
       AND ($6::text IS NULL OR (${sql}, t.id) ${descending ? '<' : '>'} ($6::text::${type}, $7::text))
     ORDER BY ${sql} ${direction}, t.id ${direction}
     LIMIT $8::integer`,
    [
      states,
      severity,
      owner,
      cause,
      q === undefined || q.trim() === '' ? null : escapeLike(q.trim()),
      key,
      id,
      limit + 1,
    ],
  );
  return pageOf(rows.map(toTask), limit, (task) => [of(task), task.id]);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
