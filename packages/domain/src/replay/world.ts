import type { CustomerRecord, FeedbackScored, Identity, OwnerRecord, Policy } from '@redress/contracts';
import { clocksOf } from '../clock/clocks-of.ts';
import type { TaskClock } from '../clock/task-clock.ts';
import type { Customer, CustomerJoin, KnownIdentity } from '../customer/customer.ts';
import { resolveIdentities, type IdentityResolution } from '../customer/resolve-identities.ts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { courierVerdict } from '../delivery/courier-verdict.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { isOpen, type Task } from '../task/task.ts';
import type { Touch } from '../touch/touch.ts';

/** What the store keeps, in memory: the same rows, read and written by the same decisions. For replays and for property tests. */
export class World {
  readonly customers = new Map<string, Customer>();
  readonly tasks = new Map<string, Task>();
  readonly deliveries = new Map<string, Delivery>();
  readonly owners: OwnerRecord[];
  readonly #touches = new Map<string, Touch>();
  readonly #identities = new Map<string, KnownIdentity>();
  readonly #survivors = new Map<string, string>();
  readonly #policy: Policy;
  readonly #nameId: (name: string) => string;

  constructor(options: { owners: readonly OwnerRecord[]; policy: Policy; nameId: (name: string) => string }) {
    this.owners = [...options.owners];
    this.#policy = options.policy;
    this.#nameId = options.nameId;
  }

  /** Takes a customer record; its identities become one customer. */
  importCustomer(record: CustomerRecord, at: string): readonly CustomerJoin[] {
    const identities = record.identities.map((identity) => ({ ...identity, verified: true }));
    const resolution = this.#resolve(identities, { eventId: null, at, name: record.name, import: true, fallbackId: '' });
    const before = this.customers.get(resolution.customerId);
    this.customers.set(resolution.customerId, {
      id: resolution.customerId,
      accountId: record.account ?? before?.accountId ?? null,
      name: record.name ?? before?.name ?? null,
      record: { ...before?.record, ...record },
      sample: record.sample ?? false,
      version: (before?.version ?? 0) + 1,
    });
    return resolution.joins;
  }

  /** Whose feedback it is; profiles that it shows to be one are joined. */
  meet(scored: FeedbackScored, at: string, eventId: string): { customer: Customer; joins: readonly CustomerJoin[] } {
    const { name, identities } = scored.customer;
    const resolution = this.#resolve(identities, { eventId, at, name, fallbackId: scored.feedbackId });
    const customer = this.customers.get(resolution.customerId) ?? {
      id: resolution.customerId,
      accountId: null,
      name: name ?? null,
      record: null,
      sample: scored.sample ?? false,
      version: 1,
    };
    this.customers.set(customer.id, customer);
    return { customer, joins: resolution.joins };
  }

  #resolve(identities: readonly Identity[], seen: Omit<Parameters<typeof resolveIdentities>[0], 'identities'>): IdentityResolution {
    const known = identities.flatMap((identity) => this.#identities.get(keyOf(identity)) ?? []).map((row) => ({ ...row, survivingId: this.survivor(row.survivingId) }));
    const resolution = resolveIdentities({ ...seen, identities }, known, this.#policy, this.#nameId);
    for (const row of resolution.identities) this.#identities.set(keyOf(row.identity), row);
    for (const join of resolution.joins) this.#join(join);
    return resolution;
  }

  #join({ from, into }: CustomerJoin): void {
    this.#survivors.set(from, into);
    const [gone, kept] = [this.customers.get(from), this.customers.get(into)];
    this.customers.delete(from);
    if (gone === undefined) return;
    this.customers.set(into, {
      ...(kept ?? gone),
      id: into,
      accountId: kept?.accountId ?? gone.accountId,
      name: kept?.name ?? gone.name,
      record: kept?.record ?? gone.record,
    });
  }

  /** The customer that survives after joins. */
  survivor(id: string): string {
    const next = this.#survivors.get(id);
    return next === undefined ? id : this.survivor(next);
  }

  contextOf(customerId: string, live = true): DecisionContext {
    const id = this.survivor(customerId);
    const customer = this.customers.get(id);
    if (customer === undefined) throw new Error(`no customer ${id}`);
    const members =
      customer.accountId === null
        ? [customer]
        : [customer, ...[...this.customers.values()].filter((other) => other.accountId === customer.accountId && other.id !== id)];
    const ids = new Set(members.map((member) => member.id));
    const tasks = [...this.tasks.values()].filter((task) => ids.has(this.survivor(task.customerId)));
    const taskIds = new Set(tasks.map((task) => task.id));
    const loads: Record<string, number> = {};
    for (const task of this.tasks.values()) {
      if (isOpen(task)) loads[task.owner] = (loads[task.owner] ?? 0) + 1;
    }
    return {
      customer,
      members,
      touches: [...this.#touches.values()]
        .map((touch) => ({ ...touch, customerId: this.survivor(touch.customerId) }))
        .filter((touch) => ids.has(touch.customerId)),
      tasks,
      pending: [...this.deliveries.values()].filter((delivery) => delivery.state === 'queued' && delivery.taskId !== null && taskIds.has(delivery.taskId)),
      owners: this.owners,
      loads,
      live,
      nameId: this.#nameId,
    };
  }

  apply(decision: Decision): void {
    for (const touch of decision.touches) this.#touches.set(touch.scored.feedbackId, touch);
    for (const task of decision.tasks) this.tasks.set(task.id, task);
    for (const delivery of decision.deliveries) this.deliveries.set(delivery.id, delivery);
  }

  /** Starts every message that may start by now, as the courier would. */
  deliver(now: string): void {
    for (const delivery of this.deliveries.values()) {
      if (delivery.state !== 'queued' || delivery.notBefore > now) continue;
      const task = delivery.taskId === null ? null : (this.tasks.get(delivery.taskId) ?? null);
      const verdict = courierVerdict(delivery, task, 0, this.#policy, now);
      this.deliveries.set(
        delivery.id,
        verdict.kind === 'cancel' ? { ...delivery, state: 'cancelled', reason: verdict.reason } : { ...delivery, state: 'sent', sentAt: now },
      );
    }
  }

  /** The next clock to run out, by due time, then task and key; null where no task is open. */
  nextClock(): TaskClock | null {
    let next: TaskClock | null = null;
    for (const task of this.tasks.values()) {
      for (const clock of clocksOf(task, this.#policy)) {
        if (next === null || orderOf(clock) < orderOf(next)) next = clock;
      }
    }
    return next;
  }

  touches(): readonly Touch[] {
    return [...this.#touches.values()];
  }
}

function orderOf(clock: TaskClock): string {
  return `${clock.dueAt} ${clock.kind === 'promise' ? '0' : '1'} ${clock.taskId} ${clock.key}`;
}

function keyOf(identity: Identity): string {
  return `${identity.type}:${identity.value}@${identity.network ?? ''}`;
}
