import type {
  CustomerRecord,
  FeedbackScored,
  Identity,
  OwnerRecord,
  Policy,
} from '@redress/contracts';
import { clocksOf } from '../clock/clocks-of.ts';
import type { TaskClock } from '../clock/task-clock.ts';
import type { Customer, CustomerJoin, KnownIdentity } from '../customer/customer.ts';
import { joinedCustomer } from '../customer/joined-customer.ts';
import { resolveIdentities, type IdentityResolution } from '../customer/resolve-identities.ts';
import type { Decision, DecisionContext } from '../decide/decision.ts';
import { courierVerdict } from '../delivery/courier-verdict.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { isOpen, type Task } from '../task/task.ts';
import type { Touch } from '../touch/touch.ts';
import { Index } from './index-by-key.ts';
import { QueueByOrder } from './queue-by-order.ts';

/** What the store keeps, in memory: the same rows, read and written by the same decisions. For replays and for property tests. */
export class World {
  readonly customers = new Map<string, Customer>();
  readonly tasks = new Map<string, Task>();
  readonly deliveries = new Map<string, Delivery>();
  readonly owners: OwnerRecord[];
  readonly #touches = new Map<string, Touch>();
  readonly #identities = new Map<string, KnownIdentity>();
  readonly #survivors = new Map<string, string>();
  /** Ids by surviving customer, by account, by task: a decision reads its own rows, however many others there are. */
  readonly #touchIds = new Index();
  readonly #taskIds = new Index();
  readonly #accountMembers = new Index();
  readonly #queuedIds = new Index();
  readonly #loads = new Map<string, number>();
  /** Rows change; an entry counts only while the row it was made from stands. */
  readonly #clocks = new QueueByOrder<{ readonly task: Task; readonly clock: TaskClock }>((a, b) =>
    byOrder(a.clock, b.clock),
  );
  readonly #due = new QueueByOrder<Delivery>((a, b) => compare(a.notBefore, b.notBefore));
  readonly #policy: Policy;
  readonly #nameId: (name: string) => string;

  constructor(options: {
    owners: readonly OwnerRecord[];
    policy: Policy;
    nameId: (name: string) => string;
  }) {
    this.owners = [...options.owners];
    this.#policy = options.policy;
    this.#nameId = options.nameId;
  }

  /** Takes a customer record; its identities become one customer. */
  importCustomer(record: CustomerRecord, at: string): readonly CustomerJoin[] {
    const identities = record.identities.map((identity) => ({ ...identity, verified: true }));
    const resolution = this.#resolve(identities, {
      eventId: null,
      at,
      name: record.name,
      import: true,
      fallbackId: '',
    });
    const before = this.customers.get(resolution.customerId);
    this.#saveCustomer({
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
  meet(
    scored: FeedbackScored,
    at: string,
    eventId: string,
  ): { customer: Customer; joins: readonly CustomerJoin[] } {
    const { name, identities } = scored.customer;
    const resolution = this.#resolve(identities, {
      eventId,
      at,
      name,
      fallbackId: scored.feedbackId,
    });
    const customer = this.customers.get(resolution.customerId) ?? {
      id: resolution.customerId,
      accountId: null,
      name: name ?? null,
      record: null,
      sample: scored.sample ?? false,
      version: 1,
    };
    this.#saveCustomer(customer);
    return { customer, joins: resolution.joins };
  }

  #resolve(
    identities: readonly Identity[],
    seen: Omit<Parameters<typeof resolveIdentities>[0], 'identities'>,
  ): IdentityResolution {
    const known = identities
      .flatMap((identity) => this.#identities.get(keyOf(identity)) ?? [])
      .map((row) => ({ ...row, survivingId: this.survivor(row.survivingId) }));
    const resolution = resolveIdentities(
      { ...seen, identities },
      known,
      this.#policy,
      this.#nameId,
    );
    for (const row of resolution.identities) this.#identities.set(keyOf(row.identity), row);
    for (const join of resolution.joins) this.#join(join);
    return resolution;
  }

  #join({ from, into }: CustomerJoin): void {
    this.#survivors.set(from, into);
    const [gone, kept] = [this.customers.get(from), this.customers.get(into)];
    this.#touchIds.merge(from, into);
    this.#taskIds.merge(from, into);
    if (gone === undefined) return;
    this.customers.delete(from);
    if (gone.accountId !== null) this.#accountMembers.remove(gone.accountId, from);
    this.#saveCustomer(joinedCustomer(gone, kept, into));
  }

  #saveCustomer(customer: Customer): void {
    const before = this.customers.get(customer.id)?.accountId ?? null;
    if (before !== null && before !== customer.accountId)
      this.#accountMembers.remove(before, customer.id);
    if (customer.accountId !== null) this.#accountMembers.add(customer.accountId, customer.id);
    this.customers.set(customer.id, customer);
  }

  /** The customer that survives after joins. */
  survivor(id: string): string {
    const next = this.#survivors.get(id);
    return next === undefined ? id : this.survivor(next);
  }

  /** The customer of an identity, as normalised; undefined where nobody was seen by it. */
  customerBy(identity: Identity): string | undefined {
    const row = this.#identities.get(keyOf(identity));
    return row === undefined ? undefined : this.survivor(row.survivingId);
  }

  contextOf(customerId: string, live = true): DecisionContext {
    const id = this.survivor(customerId);
    const customer = this.customers.get(id);
    if (customer === undefined) throw new Error(`no customer ${id}`);
    const members = [customer, ...this.#othersOf(customer)];
    const tasks = members.flatMap((member) => this.tasksOf(member.id));
    return {
      customer,
      members,
      touches: members.flatMap((member) =>
        [...this.#touchIds.get(member.id)].flatMap((feedbackId) =>
          this.#touchOf(feedbackId, member.id),
        ),
      ),
      tasks,
      pending: tasks.flatMap((task) =>
        [...this.#queuedIds.get(task.id)].flatMap(
          (deliveryId) => this.deliveries.get(deliveryId) ?? [],
        ),
      ),
      owners: this.owners,
      loads: Object.fromEntries(this.#loads),
      live,
      nameId: this.#nameId,
    };
  }

  /** Of the same account, and heard of: who never spoke has no part in a decision. */
  #othersOf(customer: Customer): readonly Customer[] {
    if (customer.accountId === null) return [];
    return [...this.#accountMembers.get(customer.accountId)]
      .filter(
        (id) =>
          id !== customer.id && (this.#touchIds.get(id).size > 0 || this.#taskIds.get(id).size > 0),
      )
      .flatMap((id) => this.customers.get(id) ?? []);
  }

  #touchOf(feedbackId: string, customerId: string): readonly Touch[] {
    const touch = this.#touches.get(feedbackId);
    if (touch === undefined) return [];
    return [touch.customerId === customerId ? touch : { ...touch, customerId }];
  }

  /** A customer's tasks, in the order they were opened. */
  tasksOf(customerId: string): readonly Task[] {
    return [...this.#taskIds.get(this.survivor(customerId))].flatMap(
      (taskId) => this.tasks.get(taskId) ?? [],
    );
  }

  /** Tasks that hold a feedback. */
  tasksHolding(feedbackId: string): readonly Task[] {
    const touch = this.#touches.get(feedbackId);
    if (touch === undefined) return [];
    return this.contextOf(touch.customerId).tasks.filter((task) =>
      task.touches.includes(feedbackId),
    );
  }

  apply(decision: Decision): void {
    for (const touch of decision.touches) this.#saveTouch(touch);
    for (const task of decision.tasks) this.#saveTask(task);
    for (const delivery of decision.deliveries) this.#saveDelivery(delivery);
  }

  #saveTouch(touch: Touch): void {
    const { feedbackId } = touch.scored;
    const before = this.#touches.get(feedbackId);
    if (before !== undefined) this.#touchIds.remove(this.survivor(before.customerId), feedbackId);
    this.#touchIds.add(this.survivor(touch.customerId), feedbackId);
    this.#touches.set(feedbackId, touch);
  }

  #saveTask(task: Task): void {
    const before = this.tasks.get(task.id);
    if (before !== undefined && isOpen(before)) this.#carry(before.owner, -1);
    if (isOpen(task)) this.#carry(task.owner, 1);
    this.#taskIds.add(this.survivor(task.customerId), task.id);
    this.tasks.set(task.id, task);
    for (const clock of clocksOf(task, this.#policy)) this.#clocks.add({ task, clock });
  }

  #carry(owner: string, more: 1 | -1): void {
    const load = (this.#loads.get(owner) ?? 0) + more;
    if (load === 0) this.#loads.delete(owner);
    else this.#loads.set(owner, load);
  }

  #saveDelivery(delivery: Delivery): void {
    this.deliveries.set(delivery.id, delivery);
    const queued = delivery.state === 'queued';
    if (queued) this.#due.add(delivery);
    if (delivery.taskId === null) return;
    if (queued) this.#queuedIds.add(delivery.taskId, delivery.id);
    else this.#queuedIds.remove(delivery.taskId, delivery.id);
  }

  /** Starts every message that may start by now, as the courier would. */
  deliver(now: string): void {
    for (
      let delivery = this.#due.peek();
      delivery !== undefined && delivery.notBefore <= now;
      delivery = this.#due.peek()
    ) {
      this.#due.take();
      if (this.deliveries.get(delivery.id) !== delivery) continue;
      const task = delivery.taskId === null ? null : (this.tasks.get(delivery.taskId) ?? null);
      const verdict = courierVerdict(delivery, task, 0, this.#policy, now);
      this.#saveDelivery(
        verdict.kind === 'cancel'
          ? { ...delivery, state: 'cancelled', reason: verdict.reason }
          : { ...delivery, state: 'sent', sentAt: now },
      );
    }
  }

  /** The next clock to run out, by due time, then promises first, task and key; null where no task is open. */
  nextClock(): TaskClock | null {
    for (let entry = this.#clocks.peek(); entry !== undefined; entry = this.#clocks.peek()) {
      if (this.tasks.get(entry.task.id) === entry.task) return entry.clock;
      this.#clocks.take();
    }
    return null;
  }

  /** The clock that `nextClock` told is taken: it does not come again unless its task is saved again. */
  takeClock(): void {
    this.#clocks.take();
  }

  touches(): readonly Touch[] {
    return [...this.#touches.values()];
  }
}

function byOrder(a: TaskClock, b: TaskClock): number {
  return (
    compare(a.dueAt, b.dueAt) ||
    Number(a.kind !== 'promise') - Number(b.kind !== 'promise') ||
    compare(a.taskId, b.taskId) ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf(identity: Identity): string {
  return `${identity.type}:${identity.value}@${identity.network ?? ''}`;
}
