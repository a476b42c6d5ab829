import { createHash } from 'node:crypto';
import {
  TOPICS,
  canonicalFeedback,
  decodeEnvelope,
  decodeEvent,
  encodeEvent,
  feedbackIdOf,
  partitionOfKey,
  uuidV5,
  type EventData,
  type TopicName,
} from '@redress/contracts';
import type { LogRecord, StoredRecord } from './port.ts';

/** Where a record stood that was put aside: in a topic, or in a queue that feedback comes from. */
export type DeadLetterOrigin =
  | {
      readonly topic: TopicName;
      readonly partition: number;
      readonly offset: number;
      readonly queue: null;
    }
  | {
      readonly topic: null;
      readonly partition: null;
      readonly offset: null;
      readonly queue: { readonly name: string; readonly messageId: string };
    };

/** A record put aside: where it stood, why, and its bytes as they were (null: a tombstone). */
export type DeadLetter = DeadLetterOrigin & {
  /** The same record put aside by the same group again has the same id. */
  readonly id: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly group: string;
  readonly reason: string;
  readonly attempts: number;
  readonly at: string;
  readonly bytes: Uint8Array | null;
  /** When it was last put back where it came from; null: never. */
  readonly replayedAt: string | null;
};

/** Why and when a record was put aside, and by whom. */
export interface Failure {
  readonly group: string;
  readonly reason: string;
  readonly attempts: number;
  /** ISO 8601. */
  readonly at: string;
}

/** A message of a queue that could not be taken. */
export interface QueueMessage {
  /** Name of the queue, no address. */
  readonly queue: string;
  readonly messageId: string;
  readonly body: Uint8Array;
}

/**
 * The record for `dead-letters.v1`, its value a CloudEvent with the untouched bytes in base64.
 * Key: the feedback's id where the bytes still tell it, so that erasure finds it; else the bytes' SHA-256.
 */
export function deadLetterRecord(
  record: StoredRecord,
  failure: Failure,
  partitions: number,
): LogRecord {
  const { topic, partition, offset, key, headers, value } = record;
  return letterRecord(
    {
      id: uuidV5(`dead-letter:${failure.group}:${topic}/${String(partition)}/${String(offset)}`),
      ...{ topic, partition, offset, queue: null },
      ...{ key, headers, ...failure, bytes: value, replayedAt: null },
    },
    partitions,
  );
}

/** The same for a message of a queue; the same message put aside again has the same id. */
export function deadMessageRecord(
  { queue, messageId, body }: QueueMessage,
  failure: Failure,
  partitions: number,
): LogRecord {
  return letterRecord(
    {
      id: uuidV5(`dead-letter:${failure.group}:queue:${queue}:${messageId}`),
      ...{ topic: null, partition: null, offset: null, queue: { name: queue, messageId } },
      ...{ key: messageId, headers: {}, ...failure, bytes: body, replayedAt: null },
    },
    partitions,
  );
}

function letterRecord(letter: DeadLetter, partitions: number): LogRecord {
  const key = deadLetterKey(letter.bytes, letter.key);
  const traceparent = letter.headers['traceparent'];
  return {
    topic: 'dead-letters.v1',
    partition: partitionOfKey(key, partitions),
    key,
    value: encodeEvent({
      id: letter.id,
      type: 'dead-letters.v1',
      source: letter.group,
      time: letter.at,
      data: deadLetterEvent(letter),
    }),
    headers: {
      ce_type: 'dead-letters.v1',
      ce_id: letter.id,
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
}

/** A dead letter as its event carries it. */
export function deadLetterEvent(letter: DeadLetter): EventData<'dead-letters.v1'> {
  const { topic, partition, offset, queue, key, headers, group, reason, attempts, at } = letter;
  return {
    ...(topic === null ? { queue } : { topic, partition, offset }),
    ...{ key, headers, group, reason, attempts, at },
    bytes: letter.bytes === null ? null : Buffer.from(letter.bytes).toString('base64'),
  };
}

/** Reads a dead letter's value back. Never throws. */
export function readDeadLetter(
  value: Uint8Array,
):
  | { readonly ok: true; readonly letter: DeadLetter }
  | { readonly ok: false; readonly reason: string } {
  const decoded = decodeEvent('dead-letters.v1', value);
  if (!decoded.ok) {
    const isEnvelope = decodeEnvelope(value).ok;
    return { ok: false, reason: isEnvelope ? 'is no dead letter' : decoded.reason };
  }
  const { id = decoded.event.id, bytes, ...data } = decoded.event.data;
  const origin = originOf(data);
  if (origin === null) return { ok: false, reason: 'is no dead letter' };
  const { key, headers, group, reason, attempts, at, replayedAt = null } = data;
  return {
    ok: true,
    letter: {
      id,
      ...origin,
      ...{ key, headers, group, reason, attempts, at, replayedAt },
      bytes: bytes === null ? null : new Uint8Array(Buffer.from(bytes, 'base64')),
    },
  };
}

function originOf({
  topic,
  partition,
  offset,
  queue,
}: Pick<
  EventData<'dead-letters.v1'>,
  'topic' | 'partition' | 'offset' | 'queue'
>): DeadLetterOrigin | null {
  if (topic !== undefined && partition !== undefined && offset !== undefined && isTopic(topic))
    return { topic, partition, offset, queue: null };
  return queue === undefined ? null : { topic: null, partition: null, offset: null, queue };
}

function isTopic(name: string): name is TopicName {
  return Object.hasOwn(TOPICS, name);
}

/** Key of a dead letter's record: the feedback that it is of, or a hash. */
export function deadLetterKey(bytes: Uint8Array | null, key: string): string {
  const feedbackId = bytes === null ? null : (feedbackOfEvent(bytes) ?? feedbackAsSent(bytes));
  if (feedbackId !== null) return feedbackId;
  return createHash('sha256')
    .update(bytes ?? key)
    .digest('hex');
}

function feedbackOfEvent(bytes: Uint8Array): string | null {
  const envelope = decodeEnvelope(bytes);
  const data = envelope.ok ? envelope.event.data : undefined;
  return typeof data === 'object' &&
    data !== null &&
    'feedbackId' in data &&
    typeof data.feedbackId === 'string'
    ? data.feedbackId
    : null;
}

const named = canonicalFeedback.pick({ source: true, sourceId: true });

/** What a source sent and was not accepted says which feedback it is of, too. */
function feedbackAsSent(bytes: Uint8Array): string | null {
  try {
    const { source, sourceId } = named.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return feedbackIdOf(source, sourceId);
  } catch {
    return null;
  }
}
