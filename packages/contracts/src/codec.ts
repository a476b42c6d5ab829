import { z } from 'zod';
import { stableJson } from './identifiers.ts';
import { feedbackDecidedV1 } from './events/feedback-decided.v1.ts';
import { feedbackReceivedV1 } from './events/feedback-received.v1.ts';
import { feedbackScoredV1 } from './events/feedback-scored.v1.ts';

/** CloudEvents 1.0, structured JSON mode. */
export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  time: z.string(),
  datacontenttype: z.literal('application/json').optional(),
  /** Store transaction that made it, where one did. */
  transaction: z.string().optional(),
  data: z.unknown(),
});
export type CloudEvent<T = unknown> = Omit<z.infer<typeof cloudEvent>, 'data'> & { data: T };

/** Event types with a schema of their own; state topics carry whole rows and are read by their owner alone. */
const SCHEMAS = {
  'feedback.received.v1': feedbackReceivedV1,
  'feedback.scored.v1': feedbackScoredV1,
  'feedback.decided.v1': feedbackDecidedV1,
} as const;
export type EventType = keyof typeof SCHEMAS;
export type EventData<T extends EventType> = z.infer<(typeof SCHEMAS)[T]>;

/** Bytes of one event: `id` makes it the same event wherever it is seen again. */
export function encodeEvent(event: {
  id: string;
  type: string;
  source: string;
  time: string;
  data: unknown;
  transaction?: string;
}): Uint8Array {
  return new TextEncoder().encode(
    stableJson({ specversion: '1.0', datacontenttype: 'application/json', ...event }),
  );
}

export type Decoded<T> = { ok: true; event: CloudEvent<T> } | { ok: false; reason: string };

/** Reads and checks bytes of a type. Never throws: what cannot be read is told in words that go to the dead letter. */
export function decodeEvent<T extends EventType>(
  type: T,
  bytes: Uint8Array,
): Decoded<EventData<T>> {
  const envelope = decodeEnvelope(bytes);
  if (!envelope.ok) return envelope;
  if (envelope.event.type !== type) {
    return { ok: false, reason: `is of type ${envelope.event.type}, not ${type}` };
  }
  const data = SCHEMAS[type].safeParse(envelope.event.data);
  if (!data.success) {
    return { ok: false, reason: `does not fit ${type}: ${describeIssues(data.error)}` };
  }
  return { ok: true, event: { ...envelope.event, data: data.data as EventData<T> } };
}

/** Reads the envelope alone, whatever it carries. */
export function decodeEnvelope(bytes: Uint8Array): Decoded<unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, reason: 'is no JSON in UTF-8' };
  }
  const envelope = cloudEvent.safeParse(parsed);
  return envelope.success
    ? { ok: true, event: envelope.data }
    : { ok: false, reason: `is no CloudEvent: ${describeIssues(envelope.error)}` };
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`)
    .join('; ');
}
