import type { Running } from '@redress/runtime';
import type { TopicName } from '@redress/contracts';

/** A record to be written. `value: null` is a tombstone. Nothing personal in key or headers. */
export interface LogRecord {
  readonly topic: TopicName;
  readonly partition: number;
  readonly key: string;
  readonly value: Uint8Array | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A record as it stands in the log. */
export interface StoredRecord extends LogRecord {
  readonly headers: Readonly<Record<string, string>>;
  /** Position in its partition, from 0, ascending, possibly with gaps (compaction). */
  readonly offset: number;
  /** When the log took it, ISO 8601. */
  readonly at: string;
}

/** The next offset to read, by topic and partition (`positionKey`). */
export type Positions = ReadonlyMap<string, number>;

/** Key of a position: `feedback.scored.v1/3`. */
export function positionKey(topic: TopicName, partition: number): string {
  return `${topic}/${String(partition)}`;
}

/**
 * What became of a record.
 * - ok: its effect is committed. drop: on purpose without effect.
 * - retry: a dependency failed; the partition waits and this record is tried again, for ever.
 * - deadLetter: this record itself cannot be handled; its bytes are put aside with the reason.
 * - park: a later release wrote it (`newer` of what decoding says); put aside as a dead letter until an upgrade, and no sign of a flood.
 */
export type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'drop'; readonly reason: string }
  | { readonly kind: 'retry'; readonly reason: string }
  | { readonly kind: 'deadLetter'; readonly reason: string }
  | { readonly kind: 'park'; readonly reason: string };

export interface ConsumeOptions {
  /** Consumer group: `redress.<service>`. */
  readonly group: string;
  readonly topics: readonly TopicName[];
  /** Most records handed over at once. */
  readonly maxBatch: number;
  /**
   * Handles a batch of one partition, in order. Answers one outcome for each record in order; a shorter answer means the rest was not tried.
   * Throwing counts as `retry` of the whole batch.
   */
  readonly handle: (
    records: readonly StoredRecord[],
    context: { signal: AbortSignal },
  ) => Promise<readonly Outcome[]>;
  /**
   * Where the group keeps its read positions in its own store, in the transaction of its effects: read once at start; the log's own positions are then not used.
   * Absent: the log keeps them, saved after the outcome.
   */
  readonly loadPositions?: () => Promise<Positions>;
  /**
   * Of a group that keeps its positions itself: called with the next offset once records were put aside, which the transaction of the others could
   * not pass. Absent: those records are read, and put aside, again after a restart.
   */
  readonly savePosition?: (topic: TopicName, partition: number, next: number) => Promise<void>;
  /** Asked after a record failed: does what the handler depends on answer? Only while it does are the failures of a record counted. */
  readonly probe?: () => Promise<boolean>;
  /** Told when the consumer stopped by itself: dead letters flooded, or the log lost records. */
  readonly onStopped?: (reason: string) => void;
  /** Told after a record was put aside, for the metric. */
  readonly onDeadLetter?: (record: StoredRecord, reason: string) => void;
}

export interface PartitionLag {
  readonly topic: TopicName;
  readonly partition: number;
  /** Next offset the group reads, and the offset after the last record. */
  readonly position: number;
  readonly end: number;
  readonly lag: number;
}

/** State of a consumer, for health and metrics. */
export interface ConsumerState {
  readonly state: 'running' | 'waiting' | 'stopped';
  /** Why it waits or stopped. */
  readonly reason?: string;
}

export interface Consumer extends Running {
  state(): ConsumerState;
  pause(): void;
  resume(): void;
}

/** The event log: Kafka, or the embedded one. */
export interface EventLog {
  /** Number of partitions of a topic. */
  partitions(topic: TopicName): number;
  /**
   * Writes records, in order per partition; resolves when they are durable (on disk, or acknowledged by all in-sync replicas).
   * Records of one call go out together where the engine can (capability `atomicPublish`). Answers the offsets.
   */
  publish(
    records: readonly LogRecord[],
  ): Promise<readonly { readonly partition: number; readonly offset: number }[]>;
  consume(options: ConsumeOptions): Promise<Consumer>;
  /** Records of one partition from an offset (inclusive) to the end as it is now or `to` (exclusive). */
  read(
    topic: TopicName,
    partition: number,
    from?: number,
    to?: number,
  ): AsyncIterable<StoredRecord>;
  /** Offset after the last record of a partition. */
  end(topic: TopicName, partition: number): Promise<number>;
  /** Lag of a group that keeps its positions in the log, or against positions given. */
  lag(
    group: string,
    topics: readonly TopicName[],
    positions?: Positions,
  ): Promise<readonly PartitionLag[]>;
  /** Resolves if the engine answers; throws a retryable RedressError otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
