import { TOPICS, type TopicName } from '@redress/contracts';
import { topicSettings, type TopicSetting } from './topic-settings.ts';

/** A topic as Kafka has it. */
export interface ExistingTopic {
  readonly partitions: number;
  /** Fewest copies that a partition has. */
  readonly replication: number;
  /** Every setting in force, and those of them that are the topic's own. */
  readonly settings: ReadonlyMap<string, string>;
  readonly own: ReadonlyMap<string, string>;
}

/** What is wanted of a topic. */
export interface WantedTopic {
  readonly partitions: number;
  readonly replication: number;
}

/** What becomes of a topic: made, changed, or left as it is. */
export interface TopicPlan {
  readonly action: 'make' | 'change' | 'leave';
  /** Partitions it has afterwards. */
  readonly partitions: number;
  /** Settings to be set; those of a new topic all. */
  readonly settings: readonly TopicSetting[];
  /** What changes, in words. */
  readonly changes: readonly string[];
  /** What an operator must know, in sentences. */
  readonly notes: readonly string[];
}

/** The topics that feedback flows through: read in parallel by as many processes as they have partitions. */
const FEEDBACK_TOPICS: readonly TopicName[] = ['feedback.received.v1', 'feedback.scored.v1'];

/**
 * Partitions that a topic should have. State topics keep the contract's number, which the store counts with; the feedback topics share one
 * number, because a record keeps its partition on the way, and it is never below what either has.
 */
export function wantedPartitions(
  topic: TopicName,
  existing: ReadonlyMap<TopicName, ExistingTopic>,
  feedbackPartitions: number | undefined,
): number {
  const { partitions } = TOPICS[topic];
  if (!FEEDBACK_TOPICS.includes(topic)) return partitions;
  const present = FEEDBACK_TOPICS.map((name) => existing.get(name)?.partitions ?? 0);
  return Math.max(partitions, feedbackPartitions ?? 0, ...present);
}

/** Compares what is there with what is wanted. Partitions are never taken away, settings that others made are never touched. */
export function planTopic(
  topic: TopicName,
  existing: ExistingTopic | undefined,
  wanted: WantedTopic,
): TopicPlan {
  if (existing === undefined) {
    const settings = topicSettings(topic, wanted.replication);
    return { action: 'make', partitions: wanted.partitions, settings, changes: [], notes: [] };
  }
  const changes: string[] = [];
  const notes: string[] = [];
  if (wanted.partitions > existing.partitions) {
    changes.push(`partitions ${String(existing.partitions)} to ${String(wanted.partitions)}`);
    notes.push(
      'More partitions: a key may now fall into another one. Records written before stay where they are, and the order of one key holds again from here on.',
    );
  }
  if (wanted.partitions < existing.partitions) {
    notes.push(
      `It has ${String(existing.partitions)} partitions, more than the ${String(wanted.partitions)} asked for; they are read all the same, and cannot be taken away.`,
    );
  }
  if (wanted.replication !== existing.replication) {
    notes.push(
      `Its partitions have ${String(existing.replication)} copies, not ${String(wanted.replication)}; kafka-reassign-partitions changes that, not this command.`,
    );
  }
  const settings = topicSettings(topic, existing.replication).filter(
    (setting) => !holds(setting, existing.settings.get(setting.name)),
  );
  for (const { name, value } of settings)
    changes.push(`${name} ${existing.settings.get(name) ?? 'unset'} to ${value}`);
  return {
    action: changes.length > 0 ? 'change' : 'leave',
    partitions: Math.max(wanted.partitions, existing.partitions),
    ...{ settings, changes, notes },
  };
}

function holds({ value, least }: TopicSetting, present: string | undefined): boolean {
  if (present === undefined) return false;
  if (least === true) return Number(present) >= Number(value);
  // Kafka keeps a list as it was written.
  return sorted(present) === sorted(value);
}

function sorted(list: string): string {
  return list.split(',').sort().join(',');
}
