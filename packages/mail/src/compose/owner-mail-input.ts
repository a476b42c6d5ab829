import type { ContactRecord, OwnerRecord } from '@redress/contracts';
import type { Customer, DeliveryKind, News, Task, Touch } from '@redress/domain';
import type { Step } from '../words/words.ts';

/** Where the buttons lead. Each is a signed address that only shows a page; what happens there is posted. */
export interface OwnerMailLinks {
  readonly acknowledge: string;
  readonly promise: string;
  readonly handOver: string;
  readonly notAComplaint: string;
  readonly task: string;
}

/** A step whose time ran out before this mail. */
export interface MissedStep {
  readonly step: Step;
  readonly dueAt: string;
  /** Name of who had it then. */
  readonly owner: string;
}

/** Everything one mail about one task may look at. Instants are ISO 8601 in UTC. */
export interface OwnerMailInput {
  readonly task: Task;
  readonly customer: Customer;
  /** All of the grievance, in time order. */
  readonly touches: readonly Touch[];
  readonly news: readonly News[];
  readonly kind: Exclude<DeliveryKind, 'digest'>;
  /** Who gets the mail; it is written in the first of their languages that we have. */
  readonly owner: OwnerRecord;
  readonly now: string;
  readonly customerTimeZone: string;
  /** Null where there is no public address to link to. */
  readonly links: OwnerMailLinks | null;
  /** Said instead of the standard sentence where `links` is null. */
  readonly whyNoLinks?: string;
  /** Other open tasks of the customer's account. */
  readonly otherOpenTasks: number;
  /** What the company sent or said, in time order. */
  readonly lastContacts?: readonly Pick<ContactRecord, 'at' | 'kind' | 'text' | 'minutes'>[];
  /** For an escalation: what was not done in time. */
  readonly missed?: readonly MissedStep[];
  /** Who hears of it next, and when. */
  readonly next?: { readonly at: string; readonly to: string };
}

/** A mail ready to be addressed. */
export interface ComposedMail {
  readonly subject: string;
  /** The line that a phone shows beneath the subject. */
  readonly preheader: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Message-ID of the thread's root, with its brackets; null for a mail about no single task. */
  readonly inReplyToThread: string | null;
  /** A sample is written to an outbox and never sent. */
  readonly sample: boolean;
}
