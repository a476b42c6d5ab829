/** A topic as data: who writes it, who reads it, what its key is, how long it is kept. Physical names carry the configured prefix. */
export interface Topic {
  readonly name: string;
  readonly key: string;
  readonly what: string;
  readonly partitions: number;
  readonly compacted: boolean;
  /** Days a record is kept; null: for ever. */
  readonly retentionDays: number | null;
  readonly producers: readonly string[];
  readonly consumers: readonly string[];
}

const state = (key: string, what: string, producers: string[], consumers: string[] = []) => ({
  key,
  what,
  partitions: 4,
  compacted: true,
  retentionDays: null,
  producers,
  consumers,
});

/** Every topic, by its logical name. Kept for ever unless said otherwise. */
export const TOPICS = {
  'feedback.received.v1': {
    name: 'feedback.received.v1',
    key: 'event id',
    what: 'what the channel said',
    partitions: 4,
    compacted: true,
    retentionDays: 400,
    producers: ['ingestor-http', 'ingestor-sqs'],
    consumers: ['scorer'],
  },
  'feedback.scored.v1': {
    name: 'feedback.scored.v1',
    key: 'event id',
    what: 'what was said, and what it means',
    partitions: 4,
    compacted: true,
    retentionDays: 400,
    producers: ['scorer'],
    consumers: ['notifier'],
  },
  'feedback.decided.v1': {
    name: 'feedback.decided.v1',
    ...state('feedbackId', 'how a feedback ended, and why', ['notifier', 'console']),
  },
  'alerts.v1': {
    name: 'alerts.v1',
    ...state('alert id', 'an owner is told anew, or a pattern is found', ['notifier', 'console']),
    retentionDays: 90,
  },
  'tasks.v1': {
    name: 'tasks.v1',
    ...state('task id', 'a follow-up task after a change', ['notifier', 'console']),
  },
  'task-activity.v1': {
    name: 'task-activity.v1',
    ...state('task id and line', 'lines of a task’s timeline, as they were added', [
      'notifier',
      'console',
    ]),
  },
  'customers.v1': {
    name: 'customers.v1',
    ...state('customer id', 'a customer after a change', ['notifier', 'console']),
  },
  'owners.v1': { name: 'owners.v1', ...state('owner id', 'an owner after a change', ['console']) },
  'deliveries.v1': {
    name: 'deliveries.v1',
    ...state('delivery id', 'a message to an owner after a change', ['notifier', 'console']),
  },
  'contacts.v1': {
    name: 'contacts.v1',
    ...state('contact id', 'something the company sent or said', ['console']),
  },
  'theme-days.v1': {
    name: 'theme-days.v1',
    ...state('theme and day', 'counts of a theme on a day', ['notifier']),
  },
  'action-plans.v1': {
    name: 'action-plans.v1',
    ...state('plan id', 'an action plan after a change', ['console']),
  },
  'policies.v1': {
    name: 'policies.v1',
    ...state('policy version', 'a policy that was in force', ['console']),
  },
  'settings.v1': {
    name: 'settings.v1',
    ...state('setting', 'a setting after a change', ['console', 'notifier']),
  },
  'dead-letters.v1': {
    name: 'dead-letters.v1',
    ...state(
      'feedbackId or hash',
      'untouched bytes that could not be handled, with the reason',
      ['scorer', 'notifier', 'ingestor-sqs', 'console'],
      ['notifier'],
    ),
    retentionDays: 90,
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;
