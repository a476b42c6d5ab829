import type { TaskClock } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/**
 * Done with a claimed clock that turned out to be stale: its row goes, unless it was set to another time meanwhile.
 * A task that is still open needs `replaceClocks` with `clocksOf` instead, so that it is never left without one.
 */
export async function releaseClock(tx: Queryable, clock: TaskClock): Promise<void> {
  await tx.query(
    'DELETE FROM clocks WHERE task_id = $1 AND kind = $2 AND key = $3 AND due_at = $4::timestamptz',
    [clock.taskId, clock.kind, clock.key, clock.dueAt],
  );
}
