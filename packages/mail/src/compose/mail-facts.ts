import type { Channel, Identity } from '@redress/contracts';
import type { Reason, ReasonAbout, ReasonCode, Touch } from '@redress/domain';
import { createTimes } from '../text/times.ts';
import type { Times } from '../text/times.ts';
import { wordsFor } from '../words/words-for.ts';
import type { ContactAction, PhraseFacts, Step, Words } from '../words/words.ts';
import type { OwnerMailInput } from './owner-mail-input.ts';

/** What the parts of a mail have in common, worked out once. */
export interface MailFacts {
  readonly input: OwnerMailInput;
  readonly words: Words;
  readonly times: Times;
  readonly name: string;
  /** Whether `name` is the customer's own, not our stand-in for it. */
  readonly named: boolean;
  readonly action: ContactAction;
  /** Number, address or handle to reach them by. */
  readonly way: string | null;
  /** The first time that matters, or null where nothing is due. */
  readonly deadline: {
    readonly at: string;
    readonly why: 'promise-runs-out' | Step;
    readonly passed: boolean;
  } | null;
  /** The newest complaint; the newest touch where none is one. */
  readonly newest: Touch | null;
  readonly phrases: PhraseFacts;
  /** Value a month, years, share of revenue, renewal; as far as known. */
  readonly standing: readonly string[];
}

/** Works out what a mail is about. */
export function mailFacts(input: OwnerMailInput): MailFacts {
  const words = wordsFor(input.owner);
  const times = createTimes(words, input.owner.timeZone, input.now);
  const newest = newestComplaint(input.touches);
  const { action, way } = reach(input, newest);
  const standing = standingOf(input, words, times);
  const score = newest?.scored.score;
  return {
    input,
    words,
    times,
    name: input.customer.name ?? words.someone,
    named: input.customer.name !== null,
    action,
    way,
    deadline: deadlineOf(input),
    newest,
    standing: Object.values(standing).filter((part) => part !== null),
    phrases: {
      contacts: input.task.contacts,
      brokenPromises: input.task.promises.filter(
        (promise) => promise.by !== 'customer' && promise.status === 'broken',
      ).length,
      cause: input.task.causes[0] === undefined ? null : words.causes[input.task.causes[0]],
      score:
        score === undefined
          ? null
          : `${times.number(score.value)}/${times.number(score.max ?? SCORE_MAX[score.kind])}`,
      perMonth: standing.perMonth,
      revenueShare: standing.revenueShare,
      renewal: standing.renewal,
      effort: input.task.minutes > 0 ? times.duration(input.task.minutes * 60_000) : null,
    },
  };
}

const SCORE_MAX = { nps: 10, csat: 5, ces: 7, stars: 5, thumbs: 1 } as const;

/** Reasons in the owner's language: one entry a code, heaviest first. English keeps the decision's own sentences. */
export function reasonsInWords({ input, words, phrases }: MailFacts): readonly {
  readonly code: ReasonCode;
  readonly points: number;
  readonly text: string;
}[] {
  const entries = new Map<string, { code: ReasonCode; points: number; text: string }>();
  for (const reason of input.task.reasons) {
    const text =
      words.language === 'en' && reason.text !== ''
        ? reason.text
        : phraseOf(reason, words, phrases);
    const entry = entries.get(`${reason.code}:${text}`);
    if (entry === undefined)
      entries.set(`${reason.code}:${text}`, { code: reason.code, points: reason.points, text });
    else entry.points += reason.points;
  }
  return [...entries.values()].sort((a, b) => b.points - a.points);
}

/** Codes that say little by themselves, or are said elsewhere in a subject. */
const NOT_IN_SUBJECT: ReadonlySet<ReasonCode> = new Set([
  'sentiment',
  'value',
  'revenue-share',
  'friction',
  'effort',
  'solved',
  'renewed',
]);

/** Short phrases of the heaviest reasons, each once. */
export function strongestFacts({ input, words, phrases }: MailFacts): readonly string[] {
  const telling = [...input.task.reasons]
    .filter((reason) => reason.points > 0 && !NOT_IN_SUBJECT.has(reason.code))
    .sort((a, b) => b.points - a.points);
  return [...new Set(telling.map((reason) => phraseOf(reason, words, phrases)))];
}

function phraseOf(reason: Reason, words: Words, phrases: PhraseFacts): string {
  if (isKnownAbout(reason.about)) return words.reasonsAbout[reason.about];
  return words.reasons[reason.code](phrases);
}

/** What a later release tells reasons to be about is not known here; their codes are. */
function isKnownAbout(about: string | undefined): about is ReasonAbout {
  return about === 'someone-higher' || about === 'competitor';
}

function newestComplaint(touches: readonly Touch[]): Touch | null {
  return (
    touches.findLast((touch) => touch.decision !== null && touch.decision.severity !== null) ??
    touches.findLast((touch) => touch.scored.understanding.detractor.flag) ??
    touches.at(-1) ??
    null
  );
}

const SPOKEN: ReadonlySet<string> = new Set<Channel>(['call', 'voicemail']);

/** What the customer asked for comes first, then what they prefer, then the channel they spoke in. */
function reach(
  { customer, touches }: OwnerMailInput,
  newest: Touch | null,
): { action: ContactAction; way: string | null } {
  if (customer.record?.doNotContact === true) return { action: 'put-right', way: null };
  const known = [
    ...(newest?.scored.customer.identities ?? []),
    ...(customer.record?.identities ?? []),
    ...touches.toReversed().flatMap((touch) => touch.scored.customer.identities),
  ];
  const first = (type: Identity['type']): string | null =>
    known.find((identity) => identity.type === type)?.value ?? null;
  const phone = first('phone');
  const email = first('email');
  const asked = newest?.scored.contactRequested?.channel ?? customer.record?.preferred?.channel;
  const channel = asked ?? newest?.scored.channel ?? 'email';
  const wantsCall = SPOKEN.has(channel) || /phone|call|tel/iu.test(channel);
  if (phone !== null && (wantsCall || email === null)) return { action: 'call', way: phone };
  if (email !== null) return { action: 'write', way: email };
  return { action: 'reply', way: first('handle') };
}

/** The earliest of: a promise of ours that is still running, and the owner's next step towards the customer. */
function deadlineOf({ task, now }: OwnerMailInput): MailFacts['deadline'] {
  const candidates: { at: string; why: 'promise-runs-out' | Step }[] = [];
  for (const promise of task.promises) {
    if (
      promise.status === 'pending' &&
      promise.by !== 'customer' &&
      promise.dueAt !== null &&
      promise.dueAt > now
    )
      candidates.push({ at: promise.dueAt, why: 'promise-runs-out' });
  }
  const { acknowledgeDueAt, promiseDueAt, deliverDueAt } = task.clocks;
  if (promiseDueAt !== null) candidates.push({ at: promiseDueAt, why: 'promise' });
  else if (deliverDueAt !== null) candidates.push({ at: deliverDueAt, why: 'deliver' });
  else if (acknowledgeDueAt !== null) candidates.push({ at: acknowledgeDueAt, why: 'acknowledge' });
  const earliest = candidates.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  return earliest === undefined ? null : { ...earliest, passed: earliest.at <= now };
}

function standingOf(
  { customer, now }: OwnerMailInput,
  words: Words,
  times: Times,
): Record<'perMonth' | 'years' | 'revenueShare' | 'renewal', string | null> {
  const record = customer.record;
  const years =
    record?.since === undefined
      ? 0
      : Math.floor((Date.parse(now) - Date.parse(record.since)) / (365.2425 * 86_400_000));
  return {
    perMonth:
      record?.valuePerMonth === undefined
        ? null
        : words.perMonth(`${times.number(record.valuePerMonth)} ${record.currency ?? ''}`.trim()),
    years: years < 1 ? null : words.customerFor(years),
    revenueShare:
      record?.revenueShare === undefined
        ? null
        : words.revenueShare(times.number(Math.round(record.revenueShare * 1000) / 10)),
    renewal: record?.renewalOn === undefined ? null : words.renewal(times.date(record.renewalOn)),
  };
}
