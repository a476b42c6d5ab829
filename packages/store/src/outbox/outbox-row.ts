import type { TopicName } from '@redress/contracts';

/** Something that leaves the store once its transaction is committed. */
export interface OutboxRow {
  readonly id: number;
  readonly transactionId: string;
  readonly destination: 'log' | 'queue';
  readonly topic: TopicName;
  readonly partition: number;
  readonly key: string;
  /** CloudEvent as JSON for the log, null for a tombstone; the message's body for the queue. */
  readonly value: string | null;
  /** For the queue: not to be seen before this instant. */
  readonly notBefore: string | null;
  /** How many rounds of the relay were finished when it was read. */
  readonly round: number;
}

export type NewOutboxRow = Omit<OutboxRow, 'id' | 'transactionId' | 'round'>;
