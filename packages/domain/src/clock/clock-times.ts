import type { Policy } from '@redress/contracts';
import type { Grievance } from '../grievance/grievance.ts';
import { addDuration } from '../instant/add-duration.ts';
import type { ClockTimes, Task } from '../task/task.ts';

type Progress = Pick<
  Task,
  'acknowledgedAt' | 'promisedAt' | 'deliveredAt' | 'openedAt' | 'pastCycles'
>;

/**
 * Due times of a grievance: the staff's from `receivedAt`, the customer's from `occurredAt`, by the severity of each complaint; the earliest holds, so that a worse touch only brings them nearer.
 * A step that is done has none. What was there before the task was opened again starts anew with it.
 */
export function clockTimes(grievance: Grievance, done: Progress, policy: Policy): Task['clocks'] {
  return {
    ...side(grievance, done, 'receivedAt', policy.clocks.staff),
    customer: side(grievance, done, 'occurredAt', policy.clocks.customer),
  };
}

type Step = 'acknowledge' | 'promise' | 'deliver';

function side(
  grievance: Grievance,
  done: Progress,
  start: 'receivedAt' | 'occurredAt',
  times: Policy['clocks']['staff'],
): ClockTimes {
  const due = (step: Step): string | null =>
    grievance.touches
      .flatMap((touch) =>
        touch.severity === null
          ? []
          : [
              addDuration(
                startsAnew(touch.scored.receivedAt, done) ? done.openedAt : touch.scored[start],
                times[touch.severity][step],
              ),
            ],
      )
      .sort()[0] ?? null;
  return {
    acknowledgeDueAt: done.acknowledgedAt === null ? due('acknowledge') : null,
    promiseDueAt: done.promisedAt === null && done.deliveredAt === null ? due('promise') : null,
    deliverDueAt: done.deliveredAt === null ? due('deliver') : null,
  };
}

/** Received before a cycle that ended before this one was opened. (A cycle that only regrouped its touches has no end before the opening.) */
function startsAnew(receivedAt: string, { openedAt, pastCycles }: Progress): boolean {
  return pastCycles.some(({ endedAt }) => endedAt <= openedAt && receivedAt <= endedAt);
}
