import { z } from 'zod';

/**
 * What could not be handled, untouched: where it stood, why, and its bytes. From a topic it has `topic`, `partition` and `offset`; from a queue it has
 * `queue`. Written again under the same key with `replayedAt` when it was put back.
 */
export const deadLetterV1 = z.object({
  id: z.string().optional().describe("Of the dead letter; the event's id where it is absent"),
  topic: z.string().optional(),
  partition: z.number().int().min(0).optional(),
  offset: z.number().int().min(0).optional(),
  queue: z.object({ name: z.string(), messageId: z.string() }).optional(),
  key: z.string().describe("The record's key"),
  headers: z.record(z.string(), z.string()),
  group: z.string().describe('Consumer group that put it aside'),
  reason: z.string(),
  attempts: z.number().int().min(1),
  at: z.string().describe('When it was put aside'),
  bytes: z.base64().nullable().describe('Base64; null for a tombstone'),
  replayedAt: z.string().optional(),
});
