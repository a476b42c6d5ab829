import type { Task } from '@redress/domain';

/**
 * Message-ID that every mail of one cycle of a task refers to. No mail has it as its own: the first mail refers to it too,
 * so that mail programs put all of them in one thread whichever arrives first.
 */
export function threadId(task: Pick<Task, 'id' | 'cycle'>): string {
  return `<task.${task.id}.${String(task.cycle)}@redress.local>`;
}
