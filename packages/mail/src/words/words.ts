import type { Channel, RootCause, Severity } from '@redress/contracts';
import type { News, PromiseEntry, ReasonAbout, ReasonCode } from '@redress/domain';

/** Languages that our own words exist in, the fallback first. */
export const MAIL_LANGUAGES = ['en', 'pl', 'ru', 'ar', 'th'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** How the owner reaches the customer; `put-right` where the customer wants no contact. */
export type ContactAction = 'call' | 'write' | 'reply' | 'put-right';

/** A step of an owner that has a clock. */
export type Step = 'acknowledge' | 'promise' | 'deliver';

/** What a phrase may name; already formatted in the owner's language, null where it is not known. */
export interface PhraseFacts {
  readonly contacts: number;
  readonly brokenPromises: number;
  readonly cause: string | null;
  readonly score: string | null;
  readonly perMonth: string | null;
  readonly revenueShare: string | null;
  readonly renewal: string | null;
  readonly effort: string | null;
}

/** Our own words in one language. Customers' words are never translated. */
export interface Words {
  readonly language: MailLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** Subject prefix of a sample. */
  readonly sample: string;
  /** Where the customer's name is not known. */
  readonly someone: string;
  readonly quotes: readonly [string, string];
  readonly listComma: string;
  readonly units: {
    readonly days: (count: number) => string;
    readonly hour: string;
    readonly minute: string;
  };
  readonly causes: Readonly<Record<RootCause, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  /** Short enough for a subject. */
  readonly reasons: Readonly<Record<ReasonCode, (facts: PhraseFacts) => string>>;
  /** In place of the reason's own phrase, where it is about one of these. */
  readonly reasonsAbout: Readonly<Record<ReasonAbout, string>>;
  readonly news: Readonly<Record<News['code'], string>>;
  /** Start of the subject; `by` is null where the time has passed. */
  readonly act: Readonly<Record<ContactAction, (name: string, by: string | null) => string>>;
  /** First line of "do now"; `way` is the number or address, written after it. */
  readonly doIt: Readonly<Record<ContactAction, string>>;
  readonly before: (yours: string, theirs: string | null, left: string) => string;
  readonly overdue: (yours: string, late: string) => string;
  /** Why that time: a promise made to the customer runs out, or a step of ours is due. */
  readonly deadline: Readonly<Record<'promise-runs-out' | Step, string>>;
  readonly sayYouHaveIt: (by: string) => string;
  readonly doNotContact: string;
  readonly prefers: string;
  readonly perMonth: (amount: string) => string;
  readonly customerFor: (years: number) => string;
  readonly revenueShare: (percent: string) => string;
  readonly renewal: (date: string) => string;
  readonly contactsInDays: (contacts: number, days: number) => string;
  readonly buttons: Readonly<
    Record<'acknowledge' | 'promise' | 'handOver' | 'notAComplaint' | 'task', string>
  >;
  readonly noLinks: string;
  readonly headings: Readonly<
    Record<'doNow' | 'news' | 'missed' | 'whyYou' | 'theirWords' | 'cause' | 'alsoOpen', string>
  >;
  readonly whySeverity: (severity: string, points: string) => string;
  readonly severityNow: (severity: string) => string;
  readonly whatHappened: (timeZone: string) => string;
  readonly we: string;
  readonly contactKinds: Readonly<Record<'survey' | 'sales' | 'service', string>>;
  readonly promisedBy: Readonly<Record<PromiseEntry['by'], string>>;
  readonly promiseStatus: Readonly<Record<PromiseEntry['status'], string>>;
  readonly due: (time: string) => string;
  readonly earlier: (entries: number) => string;
  readonly nothingElseOpen: string;
  readonly otherOpenTasks: (tasks: number) => string;
  readonly next: (name: string, time: string) => string;
  readonly missed: Readonly<Record<Step, (owner: string, time: string) => string>>;
  readonly escalatedToYou: string;
  readonly furtherNews: (name: string) => string;
  readonly promiseBroken: (name: string) => string;
  readonly escalated: (name: string) => string;
  readonly restInThread: string;
  readonly digestSubject: (tasks: number) => string;
  readonly digestWhy: string;
}

/** Picks the form of a number by the language's rules; `#` stands for the number. */
export function pluralForms(
  language: MailLanguage,
): (
  count: number,
  forms: { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string },
) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', String(count));
}
