import type { FeedbackScored, Policy, RootCause, Severity } from '@redress/contracts';
import type { Customer } from '../customer/customer.ts';
import { daysBetween } from '../instant/add-duration.ts';
import type { PromiseEntry } from '../promise/promise.ts';
import { promisesIn } from '../promise/promises-in.ts';
import { settlePromises } from '../promise/settle-promises.ts';
import { CHURN_ORDER, EXPOSURE_ORDER } from '../touch/intent-order.ts';
import type { TouchReading } from '../touch/read-touch.ts';
import { severityOf, worse } from '../touch/severity-order.ts';
import { daysToRenewal } from '../touch/weigh-standing.ts';
import { weighTouch, type Background } from '../touch/weigh-touch.ts';
import type { FoldedTouch, Grievance, StoredCycle } from './grievance.ts';

interface Opening {
  readonly customer: Customer;
  /** The ended grievance it comes back to. */
  readonly previous: OpenGrievance | null;
  readonly policy: Policy;
  readonly now: string;
  readonly nameId: (name: string) => string;
}

interface Addition {
  readonly customer: Customer;
  readonly scored: FeedbackScored;
  readonly reading: TouchReading;
  readonly earlier: readonly FoldedTouch[];
  /** The stored cycle that holds it already. */
  readonly cycle: StoredCycle | undefined;
}

/** From so many complaining contacts on, having to come back is a cause of its own. */
const REPEATED = 3;

/** A grievance while it is being folded; touches are added in order of time. */
export class OpenGrievance {
  readonly #opening: Opening;
  readonly #touches: FoldedTouch[] = [];
  readonly #cycles: StoredCycle[] = [];
  readonly #promises: PromiseEntry[] = [];
  readonly #causes = new Set<RootCause>();
  readonly #counted = new Set<RootCause>();
  readonly #amounts: { value: number; currency: string | null }[] = [];
  #contacts = 0;
  #minutes = 0;
  #complaints = 0;
  #complaintBefore: string | null = null;
  #severity: Severity = 'low';
  #worst: FoldedTouch | null = null;
  #churn: Grievance['churn'] = 'none';
  #exposure: Grievance['exposure'] = 'none';

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  get accountId(): string | null {
    return this.#opening.customer.accountId;
  }

  get lastAt(): string {
    return this.#touches.at(-1)?.scored.occurredAt ?? '';
  }

  /** When the last of its cycles ended; null while one is open or none is stored. */
  get endedAt(): string | null {
    const ends = this.#cycles.map((cycle) => cycle.endedAt);
    return ends.length === 0 || ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  }

  takes(scored: FeedbackScored): boolean {
    return this.endedAt === null || scored.receivedAt <= this.endedAt;
  }

  holds(cycle: StoredCycle): boolean {
    return this.#cycles.includes(cycle);
  }

  sharesCause(causes: readonly RootCause[]): boolean {
    return causes.some((cause) => cause !== 'other' && this.#causes.has(cause));
  }

  /** Whether a complaint after its end is the same grievance come back. */
  reopenable(scored: FeedbackScored, reading: TouchReading): boolean {
    const ended = this.endedAt;
    return (
      ended !== null &&
      daysBetween(ended, scored.receivedAt) <= this.#opening.policy.grievance.reopenDays &&
      this.sharesCause(reading.causes)
    );
  }

  /** Adds the next touch; `earlier` are its customer's touches before it, outside any grievance. */
  add({ customer, scored, reading, earlier, cycle }: Addition): void {
    if (cycle !== undefined && !this.#cycles.includes(cycle)) this.#cycles.push(cycle);
    if (!this.#touches.some((touch) => touch.customer.id === customer.id))
      this.#countEarlier(scored, earlier);
    this.#countContact(scored, reading);
    const causes = this.#causesOf(reading);
    const folded = reading.complaint
      ? this.#weigh(customer, scored, { ...reading, causes }, earlier)
      : {
          severity: null,
          reasons: [],
          churn: scored.understanding.churn.level,
          exposure: 'none' as const,
        };
    const outer = reading.complaint ? this.#outerOf(causes) : null;
    const themes = causes.filter((cause) => !this.#counted.has(cause));
    const touch: FoldedTouch = { customer, scored, reading, ...folded, themes, outer };
    this.#touches.push(touch);
    for (const cause of themes) this.#counted.add(cause);
    if (reading.complaint) this.#note(touch, causes);
    this.#promises.push(
      ...promisesIn(scored, customer.record?.timeZone ?? 'UTC', this.#opening.nameId),
    );
    if (scored.understanding.recovery.level === 'renewed') this.#churn = 'none';
  }

  /** What came up to `contactDays` before: contacts count if they carry a cause or stated minutes; causes counted then are not counted again. */
  #countEarlier(first: FeedbackScored, earlier: readonly FoldedTouch[]): void {
    const { policy } = this.#opening;
    for (const { scored, reading, themes } of earlier) {
      if (daysBetween(scored.occurredAt, first.occurredAt) > policy.grievance.contactDays) continue;
      this.#countContact(scored, reading);
      for (const cause of themes) this.#counted.add(cause);
    }
  }

  #countContact(scored: FeedbackScored, reading: TouchReading): void {
    const minutes = Math.max(scored.minutes ?? 0, scored.understanding.minutes ?? 0);
    const speaksOfIt = reading.complaint || reading.causes.length > 0 || minutes > 0;
    if (reading.contactChannel && speaksOfIt && (!reading.thanks || minutes > 0))
      this.#contacts += 1;
    this.#minutes += minutes;
    if (!reading.complaint) return;
    if (reading.contactChannel) this.#complaints += 1;
    const stated = scored.understanding.contacts ?? 0;
    this.#contacts = Math.max(this.#contacts, stated);
    this.#complaints = Math.max(this.#complaints, stated);
    this.#amounts.push(...scored.understanding.amounts);
  }

  /** `other` is a cause only while no better one is known. */
  #causesOf(reading: TouchReading): RootCause[] {
    const causes = reading.causes.filter((cause) => cause !== 'other' || this.#causes.size === 0);
    const repeated = reading.complaint && this.#complaints >= REPEATED && !reading.thanks;
    return repeated && !causes.includes('repeat-contact') ? [...causes, 'repeat-contact'] : causes;
  }

  #weigh(
    customer: Customer,
    scored: FeedbackScored,
    reading: TouchReading,
    earlier: readonly FoldedTouch[],
  ): Pick<FoldedTouch, 'severity' | 'reasons' | 'churn' | 'exposure'> {
    const { policy } = this.#opening;
    const wentPublic =
      this.#touches.some((touch) => touch.reading.complaint) && reading.publicChannel;
    const background: Background = {
      complaints: this.#complaints,
      complaintBefore: this.#complaintBefore,
      knownCauses: this.#causes,
      passedPromises: this.#promises.filter(
        (promise) => promise.dueAt !== null && promise.dueAt <= scored.occurredAt,
      ).length,
      amounts: this.#amounts,
      wentPublic,
      frictionDays: this.#frictionsBefore(scored, earlier),
    };
    const reasons = weighTouch(scored, reading, background, customer, policy);
    const severity = severityOf(
      reasons.reduce((sum, reason) => sum + reason.points, 0),
      policy.thresholds,
    );
    const { churn, exposure } = scored.understanding;
    return {
      severity,
      reasons,
      churn:
        churn.level === 'none' && severity === 'critical' && this.#couldLeave(customer, scored)
          ? 'risk'
          : churn.level,
      exposure: wentPublic ? 'public' : exposure.level,
    };
  }

  /** A critical grievance of an account that renews soon or weighs much is a risk, whatever the words. */
  #couldLeave(customer: Customer, scored: FeedbackScored): boolean {
    const { record } = customer;
    if (record === null || scored.understanding.recovery.level !== 'none') return false;
    const days = daysToRenewal(record, scored.occurredAt);
    const { renewal, value } = this.#opening.policy;
    return (
      (days !== null && days <= renewal.riskDays) ||
      (record.revenueShare ?? 0) >= value.highRevenueShare
    );
  }

  /** Annoyances before: what was said or seen without turning to us. Contacts are counted as contacts. */
  #frictionsBefore(scored: FeedbackScored, earlier: readonly FoldedTouch[]): number[] {
    return [...earlier, ...this.#touches]
      .filter((touch) => !touch.reading.contactChannel && touch.reading.causes.length > 0)
      .map((touch) => daysBetween(touch.scored.occurredAt, scored.occurredAt));
  }

  /** Counted once: the touch's root cause, if nothing nearer to the root was counted before. */
  #outerOf(causes: readonly RootCause[]): RootCause | null {
    const { policy } = this.#opening;
    const rank = (cause: RootCause): number => policy.causes[cause].rank;
    const best = causes
      .filter((cause) => !this.#counted.has(cause))
      .sort((a, b) => rank(a) - rank(b))[0];
    if (best === undefined) return null;
    return [...this.#counted].every((counted) => rank(best) < rank(counted)) ? best : null;
  }

  #note(touch: FoldedTouch, causes: readonly RootCause[]): void {
    this.#complaintBefore = touch.scored.occurredAt;
    for (const cause of causes) this.#causes.add(cause);
    if (causes.some((cause) => cause !== 'other')) this.#causes.delete('other');
    this.#severity = worse(this.#severity, touch.severity ?? 'low');
    if (this.#worst === null || pointsOf(touch) >= pointsOf(this.#worst)) this.#worst = touch;
    this.#churn = higher(CHURN_ORDER, this.#churn, touch.churn);
    this.#exposure = higher(EXPOSURE_ORDER, this.#exposure, touch.exposure);
  }

  touchIds(): string[] {
    return this.#touches.map((touch) => touch.scored.feedbackId);
  }

  /** The grievance as it stands; `cycles` are the stored ones that are its own. */
  done(cycles: readonly StoredCycle[]): Grievance {
    const { now } = this.#opening;
    const owner = cycles.flatMap((cycle) => cycle.ownerPromises);
    const deliveredAt =
      cycles
        .flatMap((cycle) => (cycle.deliveredAt === null ? [] : [cycle.deliveredAt]))
        .sort()[0] ?? null;
    const promises = settlePromises(
      [...this.#promises, ...owner],
      this.#touches.map((touch) => touch.scored),
      deliveredAt,
      now,
    );
    const broken = promises.find(
      (promise) => promise.status === 'broken' && promise.by !== 'customer',
    );
    const causes =
      broken === undefined
        ? [...this.#causes]
        : [...new Set([...this.#causes, 'broken-promise' as const])];
    return {
      customer: this.#opening.customer,
      touches: broken === undefined ? this.#touches : this.#countBroken(broken),
      severity: this.#severity,
      reasons: this.#worst?.reasons ?? [],
      causes: causes.filter((cause) => cause !== 'other' || causes.length === 1),
      churn: this.#churn,
      exposure: this.#exposure,
      contacts: this.#contacts,
      minutes: this.#minutes,
      promises,
      counted: [...this.#counted],
      cycles,
      reopens: this.#opening.previous?.taskId ?? null,
    };
  }

  /** The task of its newest cycle. */
  get taskId(): string | null {
    return this.#cycles.at(-1)?.taskId ?? this.#opening.previous?.taskId ?? null;
  }

  /** A broken promise counts in the outer loop at the touch that reported the promise, unless a touch said so itself. */
  #countBroken(broken: PromiseEntry): FoldedTouch[] {
    if (this.#counted.has('broken-promise')) return this.#touches;
    this.#counted.add('broken-promise');
    return this.#touches.map((touch) =>
      touch.scored.feedbackId === broken.feedbackId
        ? { ...touch, themes: [...touch.themes, 'broken-promise'] }
        : touch,
    );
  }
}

function higher<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

function pointsOf(touch: FoldedTouch): number {
  return touch.reasons.reduce((sum, reason) => sum + reason.points, 0);
}
