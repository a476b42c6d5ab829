import type { Delivery, Task, Touch } from '@redress/domain';
import type { StoredContact } from '../contact/save-contact.ts';
import { toTouch } from '../feedback/touch-row.ts';
import type { TouchRow } from '../feedback/touch-row.ts';
import type { Queryable } from '../queryable.ts';
import { SELECT_TASKS, toTask } from '../task/task-row.ts';
import type { TaskRow } from '../task/task-row.ts';

/** One thing that happened between a customer and the company. */
export type StoryEntry =
  | { readonly kind: 'touch'; readonly at: string; readonly touch: Touch }
  | { readonly kind: 'contact'; readonly at: string; readonly contact: StoredContact }
  | { readonly kind: 'task'; readonly at: string; readonly task: Task }
  | { readonly kind: 'delivery'; readonly at: string; readonly delivery: Delivery };

/** A customer's whole story over all channels, the oldest first, those who were joined included. Empty for an unknown customer. */
export async function findStory(db: Queryable, customerId: string): Promise<readonly StoryEntry[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM customers WHERE surviving_id = (SELECT surviving_id FROM customers WHERE id = $1)',
    [customerId],
  );
  const ids = rows.map((row) => row.id);
  const touches = await db.query<TouchRow>(
    `SELECT c.surviving_id, f.scored, f.decision
     FROM feedback f JOIN customers c ON c.id = f.customer_id WHERE f.customer_id = ANY($1::text[])`,
    [ids],
  );
  const contacts = await db.query<{ data: StoredContact }>(
    'SELECT data FROM contacts WHERE customer_id = ANY($1::text[])',
    [ids],
  );
  const tasks = await db.query<TaskRow>(`${SELECT_TASKS} WHERE t.customer_id = ANY($1::text[])`, [
    ids,
  ]);
  const deliveries = await db.query<{ data: Delivery }>(
    'SELECT d.data FROM deliveries d JOIN tasks t ON t.id = d.task_id WHERE t.customer_id = ANY($1::text[])',
    [ids],
  );
  const entries: StoryEntry[] = [
    ...touches.rows
      .map(toTouch)
      .map((touch) => ({ kind: 'touch' as const, at: touch.scored.occurredAt, touch })),
    ...contacts.rows.map(({ data }) => ({ kind: 'contact' as const, at: data.at, contact: data })),
    ...tasks.rows.map(toTask).map((task) => ({ kind: 'task' as const, at: task.openedAt, task })),
    ...deliveries.rows.map(({ data }) => ({
      kind: 'delivery' as const,
      at: data.createdAt,
      delivery: data,
    })),
  ];
  return entries.sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** By time; what was said stands before what was done about it at the same instant. */
function placeOf(entry: StoryEntry): string {
  switch (entry.kind) {
    case 'touch':
      return `${entry.at} 0 ${entry.touch.scored.feedbackId}`;
    case 'contact':
      return `${entry.at} 1 ${entry.contact.id}`;
    case 'task':
      return `${entry.at} 2 ${entry.task.id}`;
    case 'delivery':
      return `${entry.at} 3 ${entry.delivery.id}`;
  }
}
