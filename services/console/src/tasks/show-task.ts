import { findCustomers, findOwners, findStory, findTask, listActivity } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { nextStep } from './next-step.ts';
import { taskView } from './task-view.ts';
import { timelineOf } from './timeline.ts';

/** One task with everything its page shows: the customer, all that happened over all channels, what comes next. */
export async function showTask(
  { database, policy }: Pick<ConsoleDependencies, 'database' | 'policy'>,
  id: string,
): Promise<Answer> {
  const task = await findTask(database, id);
  if (task === null) return refuse(404, { detail: 'There is no task of this id.' });
  const customers = await findCustomers(database, [task.customerId]);
  const story = await findStory(database, task.customerId);
  const owners = await findOwners(database);
  return answer({
    ...taskView(task, customers, owners),
    thresholds: { low: 0, ...policy.thresholds },
    nextStep: nextStep(task, owners, policy),
    timeline: timelineOf(
      story.filter((entry) => entry.kind !== 'delivery' || entry.delivery.taskId === id),
      {
        activity: await listActivity(database, id),
        promises: task.promises,
        inTask: new Set([...task.touches, ...task.pastCycles.flatMap(({ touches }) => touches)]),
      },
    ),
    otherTasks: story.flatMap((entry) => {
      if (entry.kind !== 'task' || entry.task.id === id) return [];
      const { id: otherId, state, severity, openedAt } = entry.task;
      return [{ id: otherId, state, severity, openedAt }];
    }),
  });
}
