import type { TopicName } from '@redress/contracts';

/** A record as it stands in the log. */
export interface LoggedRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  /** Null: a tombstone. */
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  /** When the log took it. */
  readonly at: string;
}

/** What is asked of an event log to make a store from it; every event log answers it. */
export interface ReadableLog {
  partitions(topic: TopicName): number;
  /** From an offset (inclusive) to the end as it is now. */
  read(topic: TopicName, partition: number, from?: number): AsyncIterable<LoggedRecord>;
  /** Offset after the last record. */
  end(topic: TopicName, partition: number): Promise<number>;
}
