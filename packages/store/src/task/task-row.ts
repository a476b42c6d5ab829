import type { Task } from '@redress/domain';

export interface TaskRow {
  surviving_id: string | null;
  data: Task;
}

/** Reads tasks with the customer who survives today; add a WHERE on `t`. */
export const SELECT_TASKS = `
  SELECT t.data, c.surviving_id FROM tasks t LEFT JOIN customers c ON c.id = t.customer_id`;

export const OPEN_SQL = "('open', 'acknowledged', 'promised', 'delivered')";

/** The task as it was saved, of the customer who survives today. */
export function toTask({ data, surviving_id }: TaskRow): Task {
  return { ...data, customerId: surviving_id ?? data.customerId };
}
