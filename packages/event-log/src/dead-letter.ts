import { createHash } from 'node:crypto';
import {
  TOPICS,
  decodeEnvelope,
  encodeEvent,
  partitionOfKey,
  uuidV5,
  type Decoded,
  type TopicName,
} from '@redress/contracts';
import { z } from 'zod';
import type { LogRecord, StoredRecord } from './port.ts';

const deadLetterData = z.object({
  topic: z.string().refine((name): name is TopicName => Object.hasOwn(TOPICS, name)),
  partition: z.number().int().min(0),
  offset: z.number().int().min(0),
  key: z.string(),
  headers: z.record(z.string(), z.string()),
  group: z.string(),
  reason: z.string(),
  attempts: z.number().int().min(1),
  at: z.string(),
  bytes: z.base64().nullable(),
});

/** A record put aside: where it stood, why, and its bytes as they were (null: a tombstone). */
export interface DeadLetter extends Omit<z.infer<typeof deadLetterData>, 'bytes'> {
  /** The same record put aside by the same group again has the same id. */
  readonly id: string;
  readonly bytes: Uint8Array | null;
}

/** Why and when a record was put aside, and by whom. */
export interface Failure {
  readonly group: string;
  readonly reason: string;
  readonly attempts: number;
  /** ISO 8601. */
  readonly at: string;
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
  const id = uuidV5(
    `dead-letter:${failure.group}:${record.topic}/${String(record.partition)}/${String(record.offset)}`,
  );
  const key = deadLetterKey(record);
  const { topic, partition, offset, headers } = record;
  const bytes = record.value === null ? null : Buffer.from(record.value).toString('base64');
  const traceparent = headers['traceparent'];
  return {
    topic: 'dead-letters.v1',
    partition: partitionOfKey(key, partitions),
    key,
    value: encodeEvent({
      id,
      type: 'dead-letters.v1',
      source: failure.group,
      time: failure.at,
      data: { topic, partition, offset, key: record.key, headers, ...failure, bytes },
    }),
    headers: {
      ce_type: 'dead-letters.v1',
      ce_id: id,
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
}

/** Reads a dead letter's value back. Never throws. */
export function readDeadLetter(
  value: Uint8Array,
):
  | { readonly ok: true; readonly letter: DeadLetter }
  | { readonly ok: false; readonly reason: string } {
  const envelope: Decoded<unknown> = decodeEnvelope(value);
  if (!envelope.ok) return envelope;
  const data = deadLetterData.safeParse(envelope.event.data);
  if (!data.success) return { ok: false, reason: 'is no dead letter' };
  const bytes =
    data.data.bytes === null ? null : new Uint8Array(Buffer.from(data.data.bytes, 'base64'));
  return { ok: true, letter: { ...data.data, id: envelope.event.id, bytes } };
}

function deadLetterKey(record: StoredRecord): string {
  if (record.value !== null) {
    const envelope = decodeEnvelope(record.value);
    const data = envelope.ok ? envelope.event.data : undefined;
    if (
      typeof data === 'object' &&
      data !== null &&
      'feedbackId' in data &&
      typeof data.feedbackId === 'string'
    ) {
      return data.feedbackId;
    }
  }
  return createHash('sha256')
    .update(record.value ?? record.key)
    .digest('hex');
}
