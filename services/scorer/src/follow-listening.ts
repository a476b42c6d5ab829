import { DEFAULT_POLICY, decodeEvent } from '@redress/contracts';
import type { EventLog, StoredRecord } from '@redress/event-log';
import type { Clock, Logger, Running } from '@redress/runtime';
import type { Listening } from './understand-feedback.ts';

/** What to listen for as the policy in force tells, for a process that knows no store. */
export interface FollowedListening extends Running {
  /** The same object until another policy is in force. */
  readonly current: () => Listening;
}

export interface FollowListeningDependencies {
  readonly log: Pick<EventLog, 'partitions' | 'read'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const TOPIC = 'policies.v1';
/** A policy that was put in force elsewhere is listened by within this. */
const LOOK_EVERY_MS = 5_000;

/**
 * Reads the policies of `policies.v1`, then follows what is put in force: the last one is. Resolves once all that is there now is read; throws what
 * the log throws until then. Later failures are logged, and the policy known last goes on to hold. Without one, the policy that ships does.
 */
export async function followListening(
  deps: FollowListeningDependencies,
): Promise<FollowedListening> {
  const { log, clock, logger } = deps;
  const next = new Map<number, number>();
  const stopping = new AbortController();
  let inForce: { listening: Listening; sequence: number; version: string } = {
    listening: DEFAULT_POLICY,
    sequence: -1,
    version: DEFAULT_POLICY.version,
  };

  const take = (record: StoredRecord): void => {
    if (record.value === null) return;
    const decoded = decodeEvent(TOPIC, record.value);
    if (!decoded.ok) {
      const { partition, offset } = record;
      logger.warn({ partition, offset, reason: decoded.reason }, 'policy cannot be read');
      return;
    }
    const sequence = sequenceOf(record);
    if (sequence < inForce.sequence) return;
    inForce = { listening: decoded.event.data, sequence, version: decoded.event.data.version };
  };
  const look = async (): Promise<void> => {
    const before = inForce;
    for (let partition = 0; partition < log.partitions(TOPIC); partition += 1) {
      for await (const record of log.read(TOPIC, partition, next.get(partition) ?? 0)) {
        next.set(partition, record.offset + 1);
        take(record);
      }
    }
    if (inForce !== before) logger.info({ policy: inForce.version }, 'policy in force');
  };
  const follow = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(LOOK_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await look();
      } catch (err) {
        logger.warn({ err }, 'policies cannot be read anew');
      }
    }
  };

  await look();
  const following = follow();
  return {
    current: () => inForce.listening,
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

/** Where the record stands among all changes of the store; a record of an earlier release does not tell. */
function sequenceOf({ headers }: StoredRecord): number {
  const sequence = Number(headers['sequence']);
  return Number.isSafeInteger(sequence) ? sequence : 0;
}
