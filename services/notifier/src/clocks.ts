import { clocksOf, fireClock, isOpen } from '@redress/domain';
import type { Effect, Task, TaskClock } from '@redress/domain';
import type { Policy } from '@redress/contracts';
import { killPoint } from '@redress/runtime';
import type { Clock, Logger, Metrics } from '@redress/runtime';
import {
  applyDecisions,
  claimDueClocks,
  findTask,
  loadContexts,
  lockCustomers,
  releaseClock,
  replaceClocks,
} from '@redress/store';
import type { Database, Queryable } from '@redress/store';
import { startLoop } from './start-loop.ts';
import type { Loop } from './start-loop.ts';

export interface ClockDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
  /** Told after each commit that changed something. */
  readonly onCommit: (effects: readonly Effect[]) => void;
}

/** How long a claimed clock is ours; who claimed it and died gives it back by this. */
const LEASE_MS = 30_000;
const CLOCKS_AT_ONCE = 20;
const POLL_MS = 1_000;

/** Starts firing the tasks' due times: each is claimed by a committed lease, then judged again under the customer's lock. */
export function startClocks(deps: ClockDependencies): Loop {
  const { database, clock, logger, metrics } = deps;
  const fired = metrics.counter(
    'redress_clocks_fired_total',
    'Due times of tasks, by kind and by what became of them.',
    ['kind', 'outcome'],
  );
  const late = metrics.histogram(
    'redress_clocks_late_seconds',
    'How long after its due time a clock fires.',
    [],
    [0.5, 1, 2, 5, 15, 60, 300, 3600],
  );

  return startLoop({
    ...deps,
    name: 'clocks',
    step: async (signal) => {
      const now = clock.now();
      const leaseUntil = new Date(Date.parse(now) + LEASE_MS).toISOString();
      const due = await database.transaction((tx) =>
        claimDueClocks(tx, now, leaseUntil, CLOCKS_AT_ONCE),
      );
      if (due.length > 0) killPoint('after-clock-claim');
      for (const claimed of due) {
        if (signal.aborted) break;
        try {
          const outcome = await fire(claimed, deps);
          fired.inc({ kind: claimed.kind, outcome });
          late.observe(Math.max(0, Date.parse(clock.now()) - Date.parse(claimed.dueAt)) / 1000);
        } catch (err) {
          // Its lease runs out and it is tried again; the others are not held up.
          fired.inc({ kind: claimed.kind, outcome: 'failed' });
          logger.error(
            { err, taskId: claimed.taskId, clock: claimed.kind },
            'clock could not be fired',
          );
        }
      }
      return due.length === CLOCKS_AT_ONCE ? 0 : POLL_MS;
    },
  });
}

async function fire(claimed: TaskClock, deps: ClockDependencies): Promise<'fired' | 'stale'> {
  const { database, clock, policy, nameId, logger, onCommit } = deps;
  const now = clock.now();
  const effects = await database.transaction(async (tx) => {
    const task = await findTask(tx, claimed.taskId);
    if (task === null) {
      await releaseClock(tx, claimed);
      return [];
    }
    const survivors = await lockCustomers(tx, [task.customerId]);
    const customerId = survivors.get(task.customerId) ?? task.customerId;
    const context = (await loadContexts(tx, [customerId], { now })).get(customerId);
    if (context === undefined) return [];
    const decision = fireClock({ ...context, live: !task.shadow, nameId }, claimed, policy, now);
    if (decision.tasks.length === 0 && decision.effects.length === 0) {
      await settleStale(
        tx,
        claimed,
        context.tasks.find(({ id }) => id === task.id) ?? task,
        policy,
      );
      return [];
    }
    await applyDecisions(tx, [decision], {
      transactionId: nameId(`clock:${claimed.taskId}:${claimed.kind}:${claimed.key}:${now}`),
      at: now,
      policyVersion: policy.version,
      policy,
    });
    return decision.effects;
  });
  if (effects.length === 0) return 'stale';
  killPoint('after-clock-commit');
  onCommit(effects);
  for (const { type, taskId, owner } of effects)
    logger.info({ effect: type, taskId, owner }, 'clock fired');
  return 'fired';
}

/** A clock that does nothing: an open task gets the clocks it should have, unless this is one of them; then its lease runs out and it is asked again. */
async function settleStale(
  tx: Queryable,
  claimed: TaskClock,
  task: Task,
  policy: Policy,
): Promise<void> {
  if (!isOpen(task)) return releaseClock(tx, claimed);
  const clocks = clocksOf(task, policy);
  const holds = clocks.some(
    ({ kind, key, dueAt }) =>
      kind === claimed.kind && key === claimed.key && dueAt === claimed.dueAt,
  );
  if (!holds) await replaceClocks(tx, [task.id], clocks);
}
