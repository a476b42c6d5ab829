import type { FeedbackScored, Policy } from '@redress/contracts';
import { cancelDelivery } from '../delivery/cancel-delivery.ts';
import type { Delivery, News } from '../delivery/delivery.ts';
import { planDelivery } from '../delivery/plan-delivery.ts';
import type { Effect } from '../effect/effect.ts';
import { effectOf } from '../effect/effect-of.ts';
import type { Grievance } from '../grievance/grievance.ts';
import { isOpen, type Task } from '../task/task.ts';
import { sameData } from '../task/same-data.ts';
import type { Touch, TouchDecision } from '../touch/touch.ts';
import type { Decision, DecisionContext, ThemeDelta } from './decision.ts';
import { themeDeltasOf } from './theme-deltas.ts';

/** Collects what a decision changes, in the order it happens: how each touch ended, tasks, promises, messages. */
export class DecisionDraft {
  readonly #context: DecisionContext;
  readonly #focus: FeedbackScored | null;
  readonly #policy: Policy;
  readonly #now: string;
  readonly #before: ReadonlyMap<string, Touch>;
  readonly #touches: Touch[] = [];
  readonly #tasks: Task[] = [];
  readonly #deliveries = new Map<string, Delivery>();
  readonly #themeDeltas: ThemeDelta[] = [];
  readonly #retracted = new Set<string>();
  readonly #decided: Effect[] = [];
  readonly #effects: Effect[] = [];

  constructor(context: DecisionContext, focus: FeedbackScored | null, policy: Policy, now: string) {
    this.#context = context;
    this.#focus = focus;
    this.#policy = policy;
    this.#now = now;
    this.#before = new Map(context.touches.map((touch) => [touch.scored.feedbackId, touch]));
  }

  /** What was decided about a feedback before, null where nothing was. */
  decisionBefore(feedbackId: string | undefined): TouchDecision | null {
    return feedbackId === undefined ? null : (this.#before.get(feedbackId)?.decision ?? null);
  }

  /** Notes how a touch ended; `feedback.decided` is told for the one in focus, and for others whose outcome changed. */
  decideTouch(touch: Touch, decision: TouchDecision): void {
    const stored = this.#before.get(touch.scored.feedbackId);
    const before = stored?.decision ?? null;
    const inFocus = touch.scored.feedbackId === this.#focus?.feedbackId;
    if (!inFocus && before !== null && sameData(before, decision)) return;
    const decided: Touch = { ...touch, decision };
    this.#touches.push(decided);
    this.#themeDeltas.push(
      ...themeDeltasOf(stored ?? null, decided, this.#accountOf(touch.customerId)),
    );
    const common = {
      at: this.#now,
      feedbackId: touch.scored.feedbackId,
      customerId: touch.customerId,
      accountId: this.#accountOf(touch.customerId),
    };
    if (before !== null && before.severity !== null && decision.severity === null) {
      this.#retracted.add(touch.scored.feedbackId);
      this.#decided.push(
        effectOf({
          ...common,
          type: 'feedback.retracted',
          taskId: before.taskId,
          reason: decision.reason,
        }),
      );
    }
    if (
      inFocus ||
      before === null ||
      before.outcome !== decision.outcome ||
      before.taskId !== decision.taskId
    ) {
      this.#decided.push(
        effectOf({
          ...common,
          type: 'feedback.decided',
          taskId: decision.taskId,
          severity: decision.severity,
          causes: decision.causes,
          reasons: decision.reasons,
          churn: touch.scored.understanding.churn.level,
          // What was counted before is not told twice.
          outer: before !== null && before.outer === decision.outer ? null : decision.outer,
          outcome: decision.outcome,
          reason: decision.reason,
        }),
      );
    }
  }

  closeTask(closed: Task, reason: string): void {
    this.#tasks.push(closed);
    this.#effects.push(this.#effectOfTask('task.closed', closed, null, reason));
    this.cancelPending(closed.id, closed.closedReason ?? reason);
  }

  cancelPending(taskId: string, reason: string): void {
    for (const delivery of this.#context.pending) {
      if (delivery.taskId === taskId && delivery.state === 'queued')
        this.#deliveries.set(delivery.id, cancelDelivery(delivery, reason));
    }
  }

  /** Writes a task down if anything about it changed, with what it means for its promises and its owner. */
  saveTask(
    stored: Task | null,
    drafted: Task,
    grievance: Grievance | null,
    news: readonly News[],
  ): void {
    if (stored !== null && sameData(stored, drafted)) return;
    const task: Task = { ...drafted, version: drafted.version + 1 };
    this.#tasks.push(task);
    const touch =
      grievance?.touches.find((folded) => folded.scored.feedbackId === this.#focus?.feedbackId) ??
      null;
    const type =
      stored === null
        ? 'task.opened'
        : task.cycle > stored.cycle && !isOpen(stored)
          ? 'task.reopened'
          : news.length > 0
            ? 'alert.raised'
            : 'task.updated';
    const reason = news.map((item) => item.text).join('; ') || 'nothing the owner must know';
    this.#effects.push({
      ...this.#effectOfTask(type, task, touch?.scored.feedbackId ?? null, reason),
      severity: touch?.severity ?? null,
      reasons: touch?.reasons ?? [],
    });
    this.#tellPromises(stored, task);
    if (stored !== null && isOpen(stored)) this.#carryPending(stored, task);
    if (isOpen(task) && news.length > 0) this.#queueDelivery(task, news);
  }

  addEffect(effect: Effect): void {
    this.#effects.push(effect);
  }

  /** A cycle that begins because something was taken back goes on with the messages that wait. */
  #carryPending(stored: Task, task: Task): void {
    if (!isOpen(task) || task.cycle === stored.cycle) return;
    for (const delivery of this.#context.pending) {
      if (delivery.taskId === task.id && delivery.cycle === stored.cycle)
        this.#deliveries.set(delivery.id, {
          ...delivery,
          cycle: task.cycle,
          version: delivery.version + 1,
        });
    }
  }

  /** What is no complaint any more is no news either; a message that had nothing else to say is not sent. */
  #withdrawNews(): void {
    const waiting = [
      ...this.#context.pending.filter(({ id }) => !this.#deliveries.has(id)),
      ...this.#deliveries.values(),
    ];
    for (const delivery of waiting) {
      if (delivery.state !== 'queued') continue;
      const news = delivery.news.filter(
        ({ code, feedbackId }) =>
          code === 'opened' ||
          code === 'reopened' ||
          feedbackId === null ||
          !this.#retracted.has(feedbackId),
      );
      if (news.length === delivery.news.length) continue;
      this.#deliveries.set(
        delivery.id,
        news.length === 0
          ? cancelDelivery(delivery, 'retracted')
          : { ...delivery, news, version: delivery.version + 1 },
      );
    }
  }

  #tellPromises(stored: Task | null, task: Task): void {
    const goesOn = stored !== null && (stored.cycle === task.cycle || isOpen(stored));
    const known = goesOn ? stored.promises : [];
    for (const promise of task.promises) {
      const before = known.find((other) => other.id === promise.id);
      const told = {
        ...this.#effectOfTask('promise.recorded', task, promise.feedbackId, promise.text),
        promise: {
          id: promise.id,
          text: promise.text,
          by: promise.by,
          madeBy: promise.feedbackId,
          dueAt: promise.dueAt,
        },
      };
      if (before === undefined) this.#effects.push(told);
      if (promise.status === 'kept' && before?.status !== 'kept')
        this.#effects.push({ ...told, type: 'promise.kept' });
      if (promise.status === 'broken' && before?.status !== 'broken')
        this.#effects.push({ ...told, type: 'promise.broken' });
    }
  }

  #queueDelivery(task: Task, news: readonly News[]): void {
    const pending = [
      ...this.#context.pending.filter((delivery) => !this.#deliveries.has(delivery.id)),
      ...this.#deliveries.values(),
    ];
    const delivery = planDelivery(task, news, {
      pending,
      focus: this.#focus,
      shadow: this.#focus === null ? task.shadow : !this.#context.live,
      policy: this.#policy,
      now: this.#now,
      nameId: this.#context.nameId,
    });
    this.putDelivery(task, delivery);
  }

  putDelivery(task: Task, delivery: Delivery): void {
    this.#deliveries.set(delivery.id, delivery);
    this.#effects.push({
      ...this.#effectOfTask(
        'delivery.queued',
        task,
        this.#focus?.feedbackId ?? null,
        delivery.news.map((item) => item.text).join('; '),
      ),
      delivery: {
        id: delivery.id,
        recipient: delivery.recipient,
        kind: delivery.kind,
        notBefore: delivery.notBefore,
      },
    });
  }

  #effectOfTask(
    type: Effect['type'],
    task: Task,
    feedbackId: string | null,
    reason: string,
  ): Effect {
    return effectOf({
      type,
      at: this.#now,
      feedbackId,
      customerId: task.customerId,
      accountId: task.accountId,
      taskId: task.id,
      taskSeverity: task.severity,
      causes: task.causes,
      contacts: task.contacts,
      churn: task.churn,
      owner: task.owner,
      reason,
    });
  }

  #accountOf(customerId: string): string | null {
    const { customer, members } = this.#context;
    return [customer, ...members].find((member) => member.id === customerId)?.accountId ?? null;
  }

  done(): Decision {
    this.#withdrawNews();
    return {
      touches: this.#touches,
      tasks: this.#tasks,
      deliveries: [...this.#deliveries.values()],
      themeDeltas: this.#themeDeltas,
      effects: [...this.#decided, ...this.#effects],
    };
  }
}
