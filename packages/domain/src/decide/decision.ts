import type { OwnerRecord, RootCause } from '@redress/contracts';
import type { Customer } from '../customer/customer.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Effect } from '../effect/effect.ts';
import type { Task } from '../task/task.ts';
import type { Touch } from '../touch/touch.ts';

/**
 * All that a decision about a customer may look at, read under the locks of the customer and the account.
 * `members`: the customer first, then customers of the same account with an open task or a recent complaint.
 */
export interface DecisionContext {
  readonly customer: Customer;
  readonly members: readonly Customer[];
  /** Current revisions of the members' feedback of the last 400 days (the customer's at most 500, newest kept), in no special order. */
  readonly touches: readonly Touch[];
  /** The members' tasks: open ones, and those resolved or closed in the last 400 days. */
  readonly tasks: readonly Task[];
  /** Deliveries of these tasks that have not started. */
  readonly pending: readonly Delivery[];
  readonly owners: readonly OwnerRecord[];
  /** Open tasks by owner id. */
  readonly loads: Readonly<Record<string, number>>;
  /** False while the source of this feedback is in shadow: decided and shown, not mailed. */
  readonly live: boolean;
  /** Makes an id from a name (UUIDv5): the same name, the same id. */
  readonly nameId: (name: string) => string;
}

/** What changes because of a decision; whole rows after the change. Applied in one transaction. */
export interface Decision {
  readonly touches: readonly Touch[];
  readonly tasks: readonly Task[];
  readonly deliveries: readonly Delivery[];
  readonly themeDeltas: readonly ThemeDelta[];
  /** In the order they happened. */
  readonly effects: readonly Effect[];
}

/** A signed count of a theme on a day; sums are the outer loop's figures. Samples never make one. */
export interface ThemeDelta {
  readonly cause: RootCause | null;
  readonly touchpoint: string | null;
  /** Day of `occurredAt`, UTC. */
  readonly day: string;
  readonly channel: string;
  readonly language: string;
  readonly accountId: string | null;
  readonly feedbackId: string;
  readonly count: 1 | -1;
}
