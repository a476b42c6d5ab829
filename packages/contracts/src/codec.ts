import { z } from 'zod';
import { EVENT_SCHEMAS, type EventData, type EventType } from './event-schemas.ts';
import { stableJson } from './identifiers.ts';
import { keepUnknown } from './keep-unknown.ts';
import { NEWER_VERSION, isNewerEnvelope, isNewerType } from './newer-version.ts';
import { TOPICS } from './topics.ts';

const KNOWN_TYPES: readonly string[] = Object.keys(TOPICS);

/** CloudEvents 1.0, structured JSON mode. Attributes of others (extensions) are kept. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  time: z.string(),
  datacontenttype: z.literal('application/json').optional(),
  /** Store transaction that made it, where one did. */
  transaction: z.string().optional(),
  /** Version of the policy that was in force for it, where it matters. */
  policy: z.string().optional(),
  data: z.unknown(),
});

/** An event as it was read; further attributes are there, see `extensionsOf`. */
export interface CloudEvent<T = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype?: 'application/json' | undefined;
  readonly transaction?: string | undefined;
  readonly policy?: string | undefined;
  readonly data: T;
}

/** Attributes of an event that this release does not know; whoever makes another event of it passes them on. */
export function extensionsOf(event: CloudEvent): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(event).filter(([name]) => !Object.hasOwn(cloudEvent.shape, name)),
  );
}

/** Bytes of one event: `id` makes it the same event wherever it is seen again. */
export function encodeEvent(event: {
  id: string;
  type: string;
  source: string;
  time: string;
  data: unknown;
  transaction?: string;
  policy?: string;
}): Uint8Array {
  return new TextEncoder().encode(
    stableJson({ specversion: '1.0', datacontenttype: 'application/json', ...event }),
  );
}

/** What was read, or why not; `newer`: a later release wrote it, so this one parks it. */
export type Decoded<T> =
  { ok: true; event: CloudEvent<T> } | { ok: false; reason: string; newer?: true };

/**
 * Reads and checks bytes of a type; members that the schema does not know are kept. Never throws: what cannot be read is told in words that go to
 * the dead letter.
 */
export function decodeEvent<T extends EventType>(
  type: T,
  bytes: Uint8Array,
): Decoded<EventData<T>> {
  const envelope = decodeEnvelope(bytes);
  if (!envelope.ok) return envelope;
  const { event } = envelope;
  if (event.type !== type) {
    if (isNewerType(event.type, KNOWN_TYPES)) return newer(`is of type ${event.type}`);
    // What stands there otherwise may be anybody's words.
    const named = KNOWN_TYPES.includes(event.type) ? event.type : 'another';
    return { ok: false, reason: `is of type ${named}, not ${type}` };
  }
  const data = EVENT_SCHEMAS[type].safeParse(event.data);
  if (!data.success) {
    return { ok: false, reason: `does not fit ${type}: ${describeIssues(data.error)}` };
  }
  return {
    ok: true,
    event: { ...event, data: keepUnknown(event.data, data.data) as EventData<T> },
  };
}

/** Reads the envelope alone, whatever it carries. */
export function decodeEnvelope(bytes: Uint8Array): Decoded<unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, reason: 'is no JSON in UTF-8' };
  }
  if (isNewerEnvelope(parsed)) return newer('its envelope is of a later CloudEvents');
  const envelope = cloudEvent.safeParse(parsed);
  return envelope.success
    ? { ok: true, event: envelope.data }
    : { ok: false, reason: `is no CloudEvent: ${describeIssues(envelope.error)}` };
}

function newer(detail: string): { ok: false; reason: string; newer: true } {
  return { ok: false, reason: `${NEWER_VERSION}: ${detail}`, newer: true };
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`)
    .join('; ');
}
