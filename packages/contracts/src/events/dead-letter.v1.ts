import { z } from 'zod';

/**
 * What could not be handled, untouched: where it stood, why, and its bytes. From a topic it has `topic`, `partition` and `offset`; from a queue it has
 * `queue`. Written again under the same key with `replayedAt` when it was put back.
 */
export const deadLetterV1 = z.object({
  /** Of the dead letter; the event's id where it is absent. */
  id: z.string().optional(),
  topic: z.string().optional(),
  partition: z.number().int().min(0).optional(),
  offset: z.number().int().min(0).optional(),
  queue: z.object({ name: z.string(), messageId: z.string() }).optional(),
  /** The record's key. */
  key: z.string(),
  headers: z.record(z.string(), z.string()),
  /** Consumer group that put it aside. */
  group: z.string(),
  reason: z.string(),
  attempts: z.number().int().min(1),
  /** When it was put aside. */
  at: z.string(),
  /** Base64; null for a tombstone. */
  bytes: z.base64().nullable(),
  replayedAt: z.string().optional(),
});
