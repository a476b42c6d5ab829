import { plainText } from '@redress/contracts';
import type { Evidence, FeedbackScored } from '@redress/contracts';
import type { PromiseEntry, Touch } from '@redress/domain';
import type { ActivityEntry, StoryEntry } from '@redress/store';
import { TASK_ACTIONS } from './task-actions.ts';

/** Words of a customer that something was read from. */
export interface Span extends Pick<Evidence, 'start' | 'end'> {
  readonly kind: 'cause' | 'leave' | 'promise';
  readonly label: string;
}

/** One thing that happened, as the page shows it. */
export interface TimelineEntry {
  readonly kind: 'feedback' | 'contact' | 'promise' | 'delivery' | 'activity';
  readonly at: string;
  readonly [detail: string]: unknown;
}

export interface TimelineExtras {
  readonly activity: readonly ActivityEntry[];
  readonly promises: readonly PromiseEntry[];
  /** Feedback that belongs to the task in sight. */
  readonly inTask: ReadonlySet<string>;
}

/** Everything that happened to a customer in one order of time, over all channels. */
export function timelineOf(
  story: readonly StoryEntry[],
  { activity, promises, inTask }: TimelineExtras,
): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...story.flatMap((entry) => storyEntry(entry, inTask)),
    ...promises.map(({ madeAt, ...promise }): TimelineEntry => ({
      ...promise,
      kind: 'promise',
      at: madeAt,
    })),
    ...activity.filter((line) => isTold(line, activity)).map(activityEntry),
  ];
  return entries.sort((a, b) =>
    a.at === b.at ? ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) : a.at < b.at ? -1 : 1,
  );
}

function storyEntry(entry: StoryEntry, inTask: ReadonlySet<string>): readonly TimelineEntry[] {
  switch (entry.kind) {
    case 'touch':
      return [feedbackEntry(entry.touch, inTask)];
    case 'contact': {
      const { kind: contactKind, ...contact } = entry.contact;
      return [{ ...contact, kind: 'contact', contactKind }];
    }
    case 'delivery': {
      const { id, recipient, state, reason, news, kind, sentAt, createdAt } = entry.delivery;
      const at = sentAt ?? createdAt;
      return [{ kind: 'delivery', at, id, recipient, deliveryKind: kind, state, reason, news }];
    }
    case 'task':
      return [];
  }
}

/** What Redress did by itself and is shown by nothing else: promises and mails have entries of their own. */
const OWN_STEPS: ReadonlySet<string> = new Set([
  'task.opened',
  'task.escalated',
  'task.reopened',
  'task.closed',
]);

/** A person's step is told once, by their own line; their promise has an entry of its own. */
function isTold({ actor, type, at }: ActivityEntry, all: readonly ActivityEntry[]): boolean {
  if (isStep(type)) return type !== 'promise';
  return (
    actor === REDRESS &&
    OWN_STEPS.has(type) &&
    !all.some((line) => isStep(line.type) && line.at === at)
  );
}

function isStep(type: string): boolean {
  return Object.hasOwn(TASK_ACTIONS, type);
}

/** Who the store says did what no person did. */
const REDRESS = 'redress';

/** At one instant what was said comes before what followed from it. */
const ORDER: readonly TimelineEntry['kind'][] = [
  'contact',
  'feedback',
  'promise',
  'activity',
  'delivery',
];

function feedbackEntry({ scored, decision }: Touch, inTask: ReadonlySet<string>): TimelineEntry {
  return {
    kind: 'feedback',
    at: scored.occurredAt,
    id: scored.feedbackId,
    channel: scored.channel,
    source: scored.source,
    language: scored.understanding.language,
    text: plainText(scored),
    spans: spansOf(scored),
    score: scored.score === undefined ? null : describeScore(scored.score),
    minutes: scored.minutes ?? scored.understanding.minutes,
    outcome: decision?.outcome ?? null,
    reason: decision?.reason ?? null,
    severity: decision?.severity ?? null,
    deleted: scored.revision.deleted === true,
    sample: scored.sample === true,
    inTask: inTask.has(scored.feedbackId),
  };
}

/** All that was marked in the words, in no special order. */
function spansOf({ understanding }: FeedbackScored): readonly Span[] {
  const { causes, churn, exposure, promises } = understanding;
  return [
    ...causes.flatMap(({ id, evidence }) => evidence.map((found) => span(found, 'cause', id))),
    ...churn.evidence.map((found) => span(found, 'leave', 'says they leave')),
    ...exposure.evidence.map((found) => span(found, 'leave', 'goes public')),
    ...promises.map((promise) =>
      span(promise, 'promise', promise.by === 'company' ? 'promise to them' : 'their promise'),
    ),
  ];
}

function span(
  { start, end }: Pick<Evidence, 'start' | 'end'>,
  kind: Span['kind'],
  label: string,
): Span {
  return { start, end, kind, label };
}

function describeScore({ kind, value, max }: NonNullable<FeedbackScored['score']>): string {
  return `${kind === 'stars' || kind === 'thumbs' ? kind : kind.toUpperCase()} ${String(value)}${max === undefined ? '' : ` of ${String(max)}`}`;
}

function activityEntry({ at, actor, type, data }: ActivityEntry): TimelineEntry {
  const text = [data['text'], data['note'], data['reason']].find(
    (value) => typeof value === 'string',
  );
  return { kind: 'activity', at, actor, type, text: text ?? null, detail: detailOf(type, data) };
}

function detailOf(type: string, data: ActivityEntry['data']): string | null {
  const said = (name: string): string => {
    const value = data[name];
    return typeof value === 'string' ? value : '';
  };
  switch (type) {
    case 'assign':
      return said('owner');
    case 'resolve':
      return `(${said('actionType')}, for ${said('cause')}${confirmed(data['causes'])})`;
    case 'task.opened':
    case 'task.escalated':
      return said('owner');
    default:
      return null;
  }
}

function confirmed(causes: unknown): string {
  return Array.isArray(causes) ? `; complained of: ${causes.join(', ')}` : '';
}
