import { TOPICS, type TopicName } from '@redress/contracts';

const MIB = 2 ** 20;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Largest record of most topics: a task's row with all its touches, a long thread of mails. */
const RECORD_BYTES = 4 * MIB;
/** A dead letter holds such a record in base64, with its origin. */
const DEAD_LETTER_BYTES = 6 * MIB;

/** Most bytes of a record, its batch's head included, that a topic takes. */
export function maxMessageBytes(topic: TopicName): number {
  return topic === 'dead-letters.v1' ? DEAD_LETTER_BYTES : RECORD_BYTES;
}

/** A setting of a topic. `least` marks those that an operator may have set higher. */
export interface TopicSetting {
  readonly name: string;
  readonly value: string;
  readonly least?: boolean;
}

/**
 * What Kafka must be told about a topic. A tombstone stays for seven days, so that a consumer that was away sees the erasure;
 * compaction begins after an hour (a transaction's rows are still all there for who reads along) and not later than after seven days,
 * so that what was erased is gone from the disk by then.
 */
export function topicSettings(topic: TopicName, replication: number): readonly TopicSetting[] {
  const { compacted, retentionDays } = TOPICS[topic] as {
    compacted: boolean;
    retentionDays: number | null;
  };
  const policies = [
    ...(compacted ? ['compact'] : []),
    ...(retentionDays === null ? [] : ['delete']),
  ];
  return [
    { name: 'cleanup.policy', value: policies.join(',') },
    { name: 'retention.ms', value: String(retentionDays === null ? -1 : retentionDays * DAY_MS) },
    { name: 'min.insync.replicas', value: String(Math.max(1, replication - 1)) },
    { name: 'max.message.bytes', value: String(maxMessageBytes(topic)), least: true },
    ...(compacted
      ? [
          { name: 'min.compaction.lag.ms', value: String(HOUR_MS) },
          { name: 'max.compaction.lag.ms', value: String(7 * DAY_MS) },
          { name: 'delete.retention.ms', value: String(7 * DAY_MS), least: true },
        ]
      : []),
  ];
}
