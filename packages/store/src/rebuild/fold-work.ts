import type { Policy } from '@redress/contracts';
import { clocksOf } from '@redress/domain';
import type { Delivery } from '@redress/domain';
import { replaceClocks } from '../clock/replace-clocks.ts';
import { writeDeliveries } from '../delivery/write-deliveries.ts';
import { writeTasks } from '../task/write-tasks.ts';
import { foldTopic } from './fold-topic.ts';
import type { FoldContext } from './fold-topic.ts';

/** Tasks with their clocks, as the policy of their last change sets them. */
export async function foldTasks(
  context: FoldContext,
  policyOf: (version: string | undefined) => Policy,
): Promise<void> {
  await foldTopic(context, 'tasks.v1', {
    async write(tx, records) {
      await writeTasks(
        tx,
        records.map(({ data, time }) => ({ task: data, updatedAt: time })),
      );
      await replaceClocks(
        tx,
        records.map(({ data }) => data.id),
        records.flatMap(({ data, policy }) => clocksOf(data, policyOf(policy))),
      );
    },
  });
}

/** Timelines, every line under its old number. */
export async function foldActivity(context: FoldContext): Promise<void> {
  await foldTopic(context, 'task-activity.v1', {
    async write(tx, records) {
      const rows = records.flatMap(({ data: { taskId, lines } }) =>
        lines.map((line) => ({ ...line, taskId })),
      );
      await tx.query(
        `INSERT INTO activity (id, task_id, at, actor, type, data)
         SELECT id, "taskId", at, actor, type, data
         FROM jsonb_to_recordset($1::text::jsonb)
           AS given (id bigint, "taskId" text, at timestamptz, actor text, type text, data jsonb)`,
        [JSON.stringify(rows)],
      );
    },
  });
}

/** Messages to owners as they stand; answers those that were being sent. */
export async function foldDeliveries(context: FoldContext): Promise<readonly Delivery[]> {
  const sending = new Map<string, Delivery>();
  await foldTopic(context, 'deliveries.v1', {
    async write(tx, records) {
      const deliveries = records.map(({ data }) => data);
      await writeDeliveries(tx, deliveries);
      for (const delivery of deliveries)
        if (delivery.state === 'sending') sending.set(delivery.id, delivery);
    },
  });
  return [...sending.values()];
}
