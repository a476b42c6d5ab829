import { decodeEvent } from '@redress/contracts';
import type { Policy } from '@redress/contracts';
import type { Effect } from '@redress/domain';
import { positionKey } from '@redress/event-log';
import type { ConsumeOptions, Outcome, StoredRecord } from '@redress/event-log';
import { killPoint } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';
import { savePositions } from '@redress/store';
import type { Database } from '@redress/store';
import { applyBatch } from '../apply-batch.ts';
import type { ScoredEvent } from '../resolve-batch.ts';
import { TOPOLOGY } from '../topology.ts';

export interface FeedbackScoredDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
  /** Told what each committed batch did. */
  readonly onCommit: (effects: readonly Effect[]) => void;
}

/** What a record turned out to be, before anything is decided. */
type Read = { readonly event: ScoredEvent } | { readonly outcome: Outcome };

/**
 * Decides about a batch of scored feedback in one transaction, which keeps the read position too. An event that cannot be decided is a dead letter
 * and the rest of the batch is decided without it. Throws what the store throws: the runner then hands the records over one by one.
 */
export function createFeedbackScoredHandler(
  deps: FeedbackScoredDependencies,
): ConsumeOptions['handle'] {
  const { database, clock, logger, policy, nameId, onCommit } = deps;
  return async (records) => {
    const [first] = records;
    if (first === undefined) return [];
    const read = records.map(readRecord);
    for (;;) {
      const suspect: { eventId: string | null } = { eventId: null };
      const events = read.flatMap((one) => ('event' in one ? [one.event] : []));
      const now = clock.now();
      try {
        const effects = await database.transaction(async (tx) => {
          const next = nextPosition(records, read);
          const place = positionKey(first.topic, first.partition);
          const transactionId = nameId(`batch:${place}:${String(first.offset)}:${now}`);
          const done = await applyBatch(tx, events, {
            transactionId,
            now,
            policy,
            nameId,
            looking: (eventId) => {
              suspect.eventId = eventId;
            },
          });
          await savePositions(tx, TOPOLOGY.group, new Map([[place, next]]), {
            transactionId,
            at: now,
            eventIds: events.map(({ eventId }) => eventId),
          });
          killPoint('before-commit');
          return done;
        });
        killPoint('after-commit-before-position');
        if (effects.length > 0) onCommit(effects);
        logDecided(effects, logger);
        return read.map((one) => ('outcome' in one ? one.outcome : { kind: 'ok' }));
      } catch (err) {
        const index = read.findIndex(
          (one) => 'event' in one && one.event.eventId === suspect.eventId,
        );
        if (suspect.eventId === null || index === -1) throw err;
        const reason = `deciding failed with ${err instanceof Error ? err.name : 'a thrown value'}`;
        logger.error({ err, eventId: suspect.eventId }, 'feedback could not be decided');
        read[index] = { outcome: { kind: 'deadLetter', reason } };
      }
    }
  };
}

function readRecord(record: StoredRecord): Read {
  if (record.value === null) return { outcome: { kind: 'drop', reason: 'erased' } };
  const decoded = decodeEvent('feedback.scored.v1', record.value);
  if (!decoded.ok) {
    const kind = decoded.newer === true ? 'park' : 'deadLetter';
    return { outcome: { kind, reason: decoded.reason } };
  }
  return {
    event: { eventId: decoded.event.id, offset: record.offset, scored: decoded.event.data },
  };
}

/** Not past what is put aside: the runner does it after the commit, and a stop between the two must not lose it. */
function nextPosition(records: readonly StoredRecord[], read: readonly Read[]): number {
  const aside = read.findIndex(
    (one) => 'outcome' in one && ['deadLetter', 'park'].includes(one.outcome.kind),
  );
  const last = records.at(aside === -1 ? -1 : aside);
  return (last?.offset ?? 0) + (aside === -1 ? 1 : 0);
}

function logDecided(effects: readonly Effect[], logger: Logger): void {
  for (const { type, feedbackId, customerId, taskId, outcome, reason } of effects) {
    if (type !== 'feedback.decided') continue;
    logger.info({ feedbackId, customerId, taskId, outcome, reason }, 'feedback decided');
  }
}
