import type { Policy } from '@redress/contracts';
import { clocksOf, isOpen } from '@redress/domain';
import type { Task } from '@redress/domain';
import { replaceClocks } from '../clock/replace-clocks.ts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { writeTasks } from './write-tasks.ts';

/** Writes tasks as whole rows with their clocks and puts them on their topic. To be called under the locks of their customers. */
export async function saveTasks(
  tx: Queryable,
  tasks: readonly Task[],
  policy: Policy,
  stamp: Stamp,
): Promise<void> {
  if (tasks.length === 0) return;
  const rows = [...new Map(tasks.map((task) => [task.id, task])).values()];
  // A customer has one open task: who makes room comes first.
  const updatedAt = stamp.at;
  for (const open of [false, true]) {
    const some = rows.filter((task) => isOpen(task) === open);
    await writeTasks(
      tx,
      some.map((task) => ({ task, updatedAt })),
    );
  }
  await replaceClocks(
    tx,
    rows.map(({ id }) => id),
    rows.flatMap((task) => clocksOf(task, policy)),
  );
  await appendOutbox(
    tx,
    rows.map((task) =>
      logRow('tasks.v1', { key: task.id, version: task.version, data: task }, stamp),
    ),
    stamp,
  );
}
