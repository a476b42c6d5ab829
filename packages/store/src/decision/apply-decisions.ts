import type { Policy } from '@redress/contracts';
import type { Decision } from '@redress/domain';
import { appendActivity } from '../activity/append-activity.ts';
import { saveDeliveries } from '../delivery/save-deliveries.ts';
import { saveTouches } from '../feedback/save-touches.ts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { saveTasks } from '../task/save-tasks.ts';
import { appendThemeDeltas } from './append-theme-deltas.ts';
import { activityOf, alertRows, decidedRows } from './effect-rows.ts';

export interface DecisionStamp extends Stamp {
  /** Policy that decided; the clocks of the tasks are read from it. */
  readonly policy: Policy;
  /** Feedback id → the customer its identity belongs to, where that is not the one who survives. */
  readonly foundAs?: ReadonlyMap<string, string>;
}

/**
 * Writes everything that decisions changed and what goes out because of it: rows as they are at the end, events for the log, messages for
 * the queue, the tasks' timelines. To be called under the locks of all customers concerned, in the transaction of their events.
 */
export async function applyDecisions(
  tx: Queryable,
  decisions: readonly Decision[],
  stamp: DecisionStamp,
): Promise<void> {
  const touches = decisions.flatMap((decision) => decision.touches);
  const effects = decisions.flatMap((decision) => decision.effects);
  const foundAs = await saveTouches(tx, touches, stamp.foundAs);
  await saveTasks(
    tx,
    decisions.flatMap((decision) => decision.tasks),
    stamp.policy,
    stamp,
  );
  await saveDeliveries(
    tx,
    decisions.flatMap((decision) => decision.deliveries),
    stamp,
  );
  await appendThemeDeltas(
    tx,
    decisions.flatMap((decision) => decision.themeDeltas),
  );
  await appendActivity(tx, activityOf(effects), stamp);
  await appendOutbox(
    tx,
    [
      ...decidedRows(touches, effects, { foundAs, policyVersion: stamp.policy.version }, stamp),
      ...alertRows(effects, stamp),
    ],
    stamp,
  );
}
