import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { decodeEvent, encodeEvent, extensionsOf } from '@redress/contracts';
import type { FeedbackReceived, FeedbackScored, Understanding } from '@redress/contracts';
import type {
  ConsumeOptions,
  EventLog,
  LogRecord,
  Outcome,
  StoredRecord,
} from '@redress/event-log';
import type { Clock, Logger } from '@redress/runtime';

export interface FeedbackReceivedDependencies {
  readonly log: Pick<EventLog, 'publish'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Here, or in another thread. */
  readonly understand: (received: FeedbackReceived) => Understanding | Promise<Understanding>;
}

const [FROM, TO] = ['feedback.received.v1', 'feedback.scored.v1'] as const;

/** So many feedbacks are understood at a stretch, side by side where there are threads; then others get the processor for a moment. */
const AT_A_STRETCH = 16;

interface Scored {
  readonly outcome: Outcome;
  readonly record: LogRecord | null;
}

/**
 * Reads what was said in each feedback of a batch and publishes all of it at once, members that a later release added included. Undecodable bytes
 * are dead letters, what only a later release can read is parked, erased records pass through.
 * Throws what publishing throws, which is a retry of the batch: a feedback scored twice has the same event id.
 */
export function createFeedbackReceivedHandler(
  deps: FeedbackReceivedDependencies,
): ConsumeOptions['handle'] {
  return async (records) => {
    const scored: Scored[] = [];
    for (let from = 0; from < records.length; from += AT_A_STRETCH) {
      if (from > 0) await yieldToOthers();
      const stretch = records.slice(from, from + AT_A_STRETCH);
      scored.push(...(await Promise.all(stretch.map((record) => scoreRecord(record, deps)))));
    }
    const out = scored.flatMap(({ record }) => (record === null ? [] : [record]));
    if (out.length > 0) await deps.log.publish(out);
    return scored.map(({ outcome }) => outcome);
  };
}

async function scoreRecord(
  record: StoredRecord,
  deps: FeedbackReceivedDependencies,
): Promise<Scored> {
  const { key, partition, offset } = record;
  if (record.value === null) {
    return { outcome: { kind: 'ok' }, record: { topic: TO, partition, key, value: null } };
  }
  const decoded = decodeEvent(FROM, record.value);
  if (!decoded.ok) return aside(decoded.newer === true ? 'park' : 'deadLetter', decoded.reason);
  const { event } = decoded;
  try {
    const understanding = await deps.understand(event.data);
    const data: FeedbackScored = { ...event.data, understanding };
    const value = encodeEvent({
      ...extensionsOf(event),
      id: event.id,
      type: TO,
      source: 'redress/scorer',
      time: deps.clock.now(),
      data,
    });
    return {
      outcome: { kind: 'ok' },
      record: { topic: TO, partition, key, value, headers: headersOf(record, event.id) },
    };
  } catch (err) {
    deps.logger.error(
      { err, eventId: event.id, partition, offset },
      'feedback could not be understood',
    );
    return aside(
      'deadLetter',
      `understanding failed with ${err instanceof Error ? err.name : 'a thrown value'}`,
    );
  }
}

function aside(kind: 'deadLetter' | 'park', reason: string): Scored {
  return { outcome: { kind, reason }, record: null };
}

function headersOf(record: StoredRecord, eventId: string): Readonly<Record<string, string>> {
  const traceparent = record.headers['traceparent'];
  return { ce_type: TO, ce_id: eventId, ...(traceparent === undefined ? {} : { traceparent }) };
}
