import { uuidV5 } from '@redress/contracts';
import { actOnTask } from '@redress/domain';
import type { TaskAction } from '@redress/domain';
import {
  appendActivity,
  applyDecisions,
  findTask,
  loadContexts,
  lockCustomers,
} from '@redress/store';
import type { Queryable, Stamp } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';

export interface Act {
  readonly taskId: string;
  readonly action: TaskAction;
  /** The task as the person saw it; another version or cycle by now is a conflict. */
  readonly version?: number | undefined;
  readonly cycle?: number;
}

const NO_TASK = refuse(404, { detail: 'There is no task of this id.' });
const REFUSALS = { 'not-open': 409, 'not-ended': 409, 'unknown-owner': 422, invalid: 422 } as const;

/** One person's action under the customer's lock, with the actor in the task's activity. Answers the task after it. */
export async function act(
  tx: Queryable,
  stamp: Stamp,
  { policy }: Pick<ConsoleDependencies, 'policy'>,
  { taskId, action, version, cycle }: Act,
): Promise<Answer> {
  const found = await findTask(tx, taskId);
  if (found === null) return NO_TASK;
  const survivors = await lockCustomers(tx, [found.customerId]);
  const customerId = survivors.get(found.customerId) ?? found.customerId;
  const context = (await loadContexts(tx, [customerId], { now: stamp.at })).get(customerId);
  const task = context?.tasks.find(({ id }) => id === taskId);
  if (context === undefined || task === undefined) return NO_TASK;
  if (
    (version !== undefined && version !== task.version) ||
    (cycle !== undefined && cycle !== task.cycle)
  ) {
    return refuse(409, {
      detail: `The task was changed meanwhile: it is at version ${String(task.version)}. Read it again and repeat what still applies.`,
    });
  }
  const result = actOnTask(
    { ...context, live: !task.shadow, nameId: (name) => uuidV5(name) },
    taskId,
    action,
    policy,
    stamp.at,
  );
  if (!result.ok) return refuse(REFUSALS[result.code], { detail: result.message });
  await applyDecisions(tx, [result.decision], { ...stamp, policy });
  const { type, by, ...data } = action;
  await appendActivity(
    tx,
    {
      taskId,
      at: stamp.at,
      actor: by,
      type,
      data: { ...data, ...(type === 'assign' || type === 'claim' ? { from: task.owner } : {}) },
    },
    stamp,
  );
  const changed = result.decision.tasks.find(({ id }) => id === taskId);
  return answer(changed ?? task);
}
