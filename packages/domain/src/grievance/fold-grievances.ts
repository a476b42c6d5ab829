import type { FeedbackScored, Policy, RootCause } from '@redress/contracts';
import type { Customer } from '../customer/customer.ts';
import { daysBetween } from '../instant/add-duration.ts';
import { readTouch, type TouchReading } from '../touch/read-touch.ts';
import { OpenGrievance } from './open-grievance.ts';
import type { FoldedTouch, Grievance, StoredCycle } from './grievance.ts';

/** A touch before it is judged. */
export interface PlainTouch {
  readonly customer: Customer;
  readonly scored: FeedbackScored;
}

export interface Fold {
  readonly grievances: readonly Grievance[];
  /** Touches outside every grievance. */
  readonly loose: readonly FoldedTouch[];
}

/**
 * Builds the grievances of a customer and of the others of the account from all their touches, in order of (occurredAt, id): any order of arrival gives the same.
 * A complaint joins the customer's open grievance; without one it joins an open grievance of the account that shares a cause and moved within `accountDays`; otherwise it opens its own.
 * Everything else joins silently while a grievance is open. A grievance ends when its task was resolved or closed; what was received later starts anew.
 */
export function foldGrievances(
  touches: readonly PlainTouch[],
  cycles: readonly StoredCycle[],
  policy: Policy,
  now: string,
  nameId: (name: string) => string,
): Fold {
  const rank = (cause: RootCause): number => policy.causes[cause].rank;
  const cycleOf = new Map(
    cycles.flatMap((cycle) => [...cycle.touches].map((id) => [id, cycle] as const)),
  );
  const open = new Map<string, OpenGrievance>();
  const all: OpenGrievance[] = [];
  const loose = new Map<string, FoldedTouch[]>();

  for (const { customer, scored } of [...touches].sort(byTime)) {
    const reading = readTouch(scored, rank);
    const earlier = loose.get(customer.id) ?? [];
    const outside = scored.revision.deleted === true || scored.historical === true;
    const grievance = outside
      ? null
      : grievanceFor(
          { customer, scored, reading },
          { open, all, cycle: cycleOf.get(scored.feedbackId), policy },
        );
    if (grievance !== null) {
      grievance.add({ customer, scored, reading, earlier, cycle: cycleOf.get(scored.feedbackId) });
      // A touch of a cycle that ended does not end the grievance that is open since.
      const current = open.get(customer.id);
      if (grievance.endedAt === null || current === undefined || current.endedAt !== null)
        open.set(customer.id, grievance);
    } else if (reading.complaint) {
      const previous = open.get(customer.id) ?? null;
      const opened = new OpenGrievance({
        customer,
        previous: previous?.reopenable(scored, reading) === true ? previous : null,
        policy,
        now,
        nameId,
      });
      opened.add({ customer, scored, reading, earlier, cycle: cycleOf.get(scored.feedbackId) });
      open.set(customer.id, opened);
      all.push(opened);
    } else {
      earlier.push(looseTouch({ customer, scored }, reading, earlier, policy));
    }
    loose.set(customer.id, earlier);
  }
  const owners = rightfulOwners(all, cycles);
  return {
    grievances: all.map((grievance) =>
      grievance.done(cycles.filter((cycle) => owners.get(cycle) === grievance)),
    ),
    loose: [...loose.values()].flat(),
  };
}

/** A stored cycle belongs to the grievance of its earliest touch; a later touch that turns out to be another grievance takes nothing with it. */
function rightfulOwners(
  grievances: readonly OpenGrievance[],
  cycles: readonly StoredCycle[],
): Map<StoredCycle, OpenGrievance> {
  const byTouch = new Map(
    grievances.flatMap((grievance) => grievance.touchIds().map((id) => [id, grievance] as const)),
  );
  return new Map(
    cycles.flatMap((cycle) => {
      const first = [...cycle.touches].find((id) => byTouch.has(id));
      const grievance = first === undefined ? undefined : byTouch.get(first);
      return grievance === undefined ? [] : [[cycle, grievance] as const];
    }),
  );
}

interface Candidates {
  readonly open: ReadonlyMap<string, OpenGrievance>;
  readonly all: readonly OpenGrievance[];
  /** The stored cycle that holds this touch already. */
  readonly cycle: StoredCycle | undefined;
  readonly policy: Policy;
}

function grievanceFor(
  touch: PlainTouch & { reading: TouchReading },
  { open, all, cycle, policy }: Candidates,
): OpenGrievance | null {
  // A touch of a cycle that has ended stays with it, whatever came later.
  if (cycle !== undefined && cycle.endedAt !== null) {
    const ended = all.find((grievance) => grievance.holds(cycle));
    if (ended !== undefined) return ended;
  }
  // One of a cycle that is open does not go back into a grievance that ended.
  const takes = (grievance: OpenGrievance): boolean =>
    grievance.takes(touch.scored) && (cycle === undefined || grievance.endedAt === null);
  const own = open.get(touch.customer.id);
  if (own !== undefined && takes(own)) return own;
  const { accountId } = touch.customer;
  if (accountId === null || !touch.reading.complaint) return null;
  return (
    all.find(
      (other) =>
        other.accountId === accountId &&
        takes(other) &&
        other.sharesCause(touch.reading.causes) &&
        daysBetween(other.lastAt, touch.scored.occurredAt) <= policy.grievance.accountDays,
    ) ?? null
  );
}

/** A touch outside a grievance counts its causes once within `contactDays`. */
function looseTouch(
  touch: PlainTouch,
  reading: TouchReading,
  earlier: readonly FoldedTouch[],
  policy: Policy,
): FoldedTouch {
  const counted = new Set(
    earlier
      .filter(
        (before) =>
          daysBetween(before.scored.occurredAt, touch.scored.occurredAt) <=
          policy.grievance.contactDays,
      )
      .flatMap((before) => before.themes),
  );
  const themes =
    touch.scored.revision.deleted === true
      ? []
      : reading.causes.filter((cause) => !counted.has(cause));
  return {
    ...touch,
    reading,
    severity: null,
    reasons: [],
    churn: touch.scored.understanding.churn.level,
    exposure: 'none',
    themes,
    outer: themes[0] ?? null,
  };
}

function byTime(a: PlainTouch, b: PlainTouch): number {
  if (a.scored.occurredAt !== b.scored.occurredAt)
    return a.scored.occurredAt < b.scored.occurredAt ? -1 : 1;
  return a.scored.feedbackId < b.scored.feedbackId ? -1 : 1;
}
