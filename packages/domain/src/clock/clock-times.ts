import type { Policy } from '@redress/contracts';
import type { Grievance } from '../grievance/grievance.ts';
import { addDuration } from '../instant/add-duration.ts';
import type { ClockTimes, Task } from '../task/task.ts';

/**
 * Due times of a grievance: the staff's from `receivedAt`, the customer's from `occurredAt`, by the severity of each complaint; the earliest holds, so that a worse touch only brings them nearer.
 * A step that is done has none.
 */
export function clockTimes(
  grievance: Grievance,
  done: Pick<Task, 'acknowledgedAt' | 'promisedAt' | 'deliveredAt'>,
  policy: Policy,
): Task['clocks'] {
  return {
    ...side(grievance, done, 'receivedAt', policy.clocks.staff),
    customer: side(grievance, done, 'occurredAt', policy.clocks.customer),
  };
}

type Step = 'acknowledge' | 'promise' | 'deliver';

function side(
  grievance: Grievance,
  done: Pick<Task, 'acknowledgedAt' | 'promisedAt' | 'deliveredAt'>,
  start: 'receivedAt' | 'occurredAt',
  times: Policy['clocks']['staff'],
): ClockTimes {
  const due = (step: Step): string | null =>
    grievance.touches
      .flatMap((touch) =>
        touch.severity === null
          ? []
          : [addDuration(touch.scored[start], times[touch.severity][step])],
      )
      .sort()[0] ?? null;
  return {
    acknowledgeDueAt: done.acknowledgedAt === null ? due('acknowledge') : null,
    promiseDueAt: done.promisedAt === null && done.deliveredAt === null ? due('promise') : null,
    deliverDueAt: done.deliveredAt === null ? due('deliver') : null,
  };
}
