import type { TopicName } from '@redress/contracts';
import { RedressError, type Clock } from '@redress/runtime';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import type { ConsumerFrame } from '../consumer-frame.ts';
import { positionKey, type ConsumeOptions } from '../port.ts';
import { createBell } from './bell.ts';
import type { ClusterAccess } from './cluster-access.ts';
import { createAssignment, type FetchControl, type Place } from './create-assignment.ts';
import { createOffsetCommitter } from './offset-committer.ts';
import type { PartitionSession } from './partition-session.ts';
import { listen } from './listen.ts';
import { takeBatch } from './take-batch.ts';
import type { TopicNames } from './topic-names.ts';
import { within } from './within.ts';

/** A fetch waits so long for records; a held partition that is let go may wait as long. */
const FETCH_WAIT_MS = 500;
/** A member hears of a rebalance by its heartbeat, and all wait for the last to hear. */
const HEARTBEAT_MS = 1000;
const FETCH_BYTES = 4 * 1024 * 1024;
const PARTITION_BYTES = 512 * 1024;
/** Longest wait for what is in hand before the group is let come together anew. */
const GRACE_MS = 5000;
/** Longest wait for the last commit, and for kafkajs to leave. */
const FLUSH_MS = 2000;
const LEAVE_MS = 4000;

/** After these tries, or one answer that does not come, another consumer takes over with new connections: kafkajs never begins again by itself. */
export const CONSUMER_RETRY = {
  ...{ initialRetryTime: 300, multiplier: 2, factor: 0.2, maxRetryTime: 5000, retries: 4 },
  restartOnFailure: () => Promise.resolve(false),
};

/** How long members may be silent, and how long they have to come together. */
export interface GroupTimeouts {
  readonly sessionMs: number;
  readonly rebalanceMs: number;
}

export interface MembershipDeps {
  /** A client of its own: see `createKafkaClient`. */
  readonly kafka: Kafka;
  readonly frame: ConsumerFrame;
  readonly options: ConsumeOptions;
  readonly access: ClusterAccess;
  readonly names: TopicNames;
  readonly partitions: (topic: TopicName) => number;
  readonly clock: Clock;
  readonly timeouts: GroupTimeouts;
  readonly onLost: 'stop' | 'earliest';
  readonly lingering: ReadonlyMap<string, PartitionSession>;
}

/** One life of a kafkajs consumer in its group. */
export interface Membership {
  /** Resolves with what broke it; never where nothing did. */
  readonly broken: Promise<unknown>;
  /** Whether the group ever gave it partitions, or none. */
  joined(): boolean;
  /** Counts signs of life of kafkajs. */
  signs(): number;
  sessions(): ReadonlyMap<string, PartitionSession>;
  /** Whether records were lost behind our back; stops the consumer then. */
  check(): Promise<void>;
  /** Finishes what is in hand (at most `drainMs`), commits and leaves. */
  close(drainMs: number): Promise<void>;
}

/**
 * Joins the group with a new kafkajs consumer. Nothing is thrown into it: its batches are taken into sessions, which settle them.
 * It is never restarted: what breaks it is told, and another takes its place.
 */
export function joinGroup(deps: MembershipDeps): Membership {
  const { frame, options, names, clock, timeouts } = deps;
  const closing = new AbortController();
  const consumer = deps.kafka.consumer({
    groupId: names.group(options.group),
    allowAutoTopicCreation: false,
    metadataMaxAge: 60_000,
    sessionTimeout: timeouts.sessionMs,
    rebalanceTimeout: timeouts.rebalanceMs,
    heartbeatInterval: Math.min(HEARTBEAT_MS, Math.floor(timeouts.sessionMs / 6)),
    maxWaitTimeInMs: Math.min(FETCH_WAIT_MS, Math.floor(timeouts.sessionMs / 6)),
    maxBytes: FETCH_BYTES,
    maxBytesPerPartition: PARTITION_BYTES,
    readUncommitted: false,
    // Given again: kafkajs has its own number of tries for consumers, whatever its client was told.
    retry: CONSUMER_RETRY,
  });
  const committer = createOffsetCommitter({
    ...{ names, clock, logger: frame.logger },
    signal: closing.signal,
  });
  const opened = createBell();
  let rebalancing = false;
  let joined = false;
  let signs = 0;
  const held = new Set<PartitionSession>();
  let tellBroken: (thrown: unknown) => void = () => undefined;
  const broken = new Promise<unknown>((resolve) => {
    tellBroken = resolve;
  });

  const control: FetchControl = {
    hold(session) {
      held.add(session);
      whileRunning(() => {
        consumer.pause([physical(session)]);
      });
    },
    fetchFrom(session, offset) {
      held.delete(session);
      whileRunning(() => {
        const { topic, partitions } = physical(session);
        for (const partition of partitions)
          consumer.seek({ topic, partition, offset: String(offset) });
        consumer.resume([{ topic, partitions }]);
      });
    },
    onProgress(session) {
      if (!held.has(session) || session.waiting() > options.maxBatch) return;
      held.delete(session);
      whileRunning(() => {
        consumer.resume([physical(session)]);
      });
    },
  };
  const assignment = createAssignment({
    ...deps,
    committer,
    control,
    gate: () => (rebalancing ? opened.rung() : null),
  });

  const physical = ({ topic, partition }: Place): { topic: string; partitions: number[] } => ({
    topic: names.physical(topic),
    partitions: [partition],
  });

  /** No new hand-overs; what is in hand gets a moment, and its offsets are committed while they are ours. */
  const prepareRebalance = async (): Promise<void> => {
    rebalancing = true;
    const grace = Math.min(GRACE_MS, timeouts.rebalanceMs / 2);
    await within(clock, grace, async (over) => {
      while (!over.aborted && someInHand()) await clock.sleep(10, over);
    });
    await within(clock, FLUSH_MS, () => committer.flush());
  };
  const someInHand = (): boolean =>
    [...assignment.all().values()].some(({ place }) => frame.inHand().has(place));

  const endRebalance = (): void => {
    rebalancing = false;
    opened.ring();
  };

  const onBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { topic, partition } = payload.batch;
    const logical = names.logical(topic);
    const session = logical === null ? undefined : assignment.find(positionKey(logical, partition));
    if (session === undefined || session.expected() === null || closing.signal.aborted) return;
    committer.use((offsets) => payload.commitOffsetsIfNecessary(offsets));
    const taken = await takeBatch(session, payload, { clock, leave: options.maxBatch });
    // Held only while there is more to hand over: what lets it go again is the next hand-over.
    if (taken === 'slow' && session.waiting() > options.maxBatch) control.hold(session);
    if (taken === 'rebalancing') await prepareRebalance();
    if (taken === 'unexpected') {
      control.hold(session);
      void fetchAgain(session);
    }
  };

  /** kafkajs brought something else than expected: it was reset, or a batch was left over. */
  const fetchAgain = async (session: PartitionSession): Promise<void> => {
    for (let tries = 1; !session.signal.aborted; tries += 1) {
      try {
        await assignment.check([session]);
        break;
      } catch (err) {
        await frame.wait(session.place, tries, 'offsets cannot be looked up', err, session.signal);
      }
    }
    const expected = session.expected();
    if (!session.signal.aborted && expected !== null) control.fetchFrom(session, expected);
  };

  listen(consumer, {
    onSign: () => {
      signs += 1;
    },
    onJoin(assigned) {
      joined = true;
      const places = Object.entries(assigned).flatMap(([topic, partitions]) => {
        const logical = names.logical(topic);
        return logical === null
          ? []
          : partitions.map((partition) => ({ topic: logical, partition }));
      });
      held.clear();
      frame.clear('group');
      frame.logger.info({ partitions: places.length }, 'consumer joined its group');
      assignment.assign(places);
      endRebalance();
    },
    onHeartbeat: endRebalance,
    onRebalancing() {
      rebalancing = true;
      void committer.flush();
    },
    onEmpty(topic, partition, next) {
      const logical = names.logical(topic);
      if (logical !== null) assignment.find(positionKey(logical, partition))?.pass(next);
    },
    onCrash: tellBroken,
    onTimeout() {
      tellBroken(
        new RedressError('REDRESS_LOG_UNAVAILABLE', 'A broker did not answer in time.', {
          retryable: true,
        }),
      );
    },
  });

  const whileRunning = (work: () => void): void => {
    try {
      work();
    } catch (err) {
      // kafkajs has no group between its crash and its disconnecting; what is asked then does not matter.
      frame.logger.debug({ err }, 'consumer is not running');
    }
  };

  const start = async (): Promise<void> => {
    await consumer.connect();
    await consumer.subscribe({
      topics: options.topics.map((topic) => names.physical(topic)),
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: options.topics.reduce(
        (sum, topic) => sum + deps.partitions(topic),
        0,
      ),
      eachBatch: async (payload) => {
        try {
          await onBatch(payload);
        } catch (err) {
          frame.logger.error({ err }, 'a batch was not taken');
        }
      },
    });
  };
  const starting = start().catch(tellBroken);

  return {
    broken,
    joined: () => joined,
    signs: () => signs,
    sessions: () => assignment.all(),
    async check() {
      const started = [...assignment.all().values()].filter(
        (session) => session.expected() !== null && !session.signal.aborted,
      );
      if (started.length > 0) await assignment.check(started);
    },
    async close(drainMs) {
      for (const session of assignment.all().values()) control.hold(session);
      if (!frame.signal.aborted) assignment.revoke();
      await within(clock, drainMs, () =>
        Promise.all([...assignment.all().values()].map((session) => session.done())),
      );
      if (frame.signal.aborted) await within(clock, FLUSH_MS, () => committer.flush());
      closing.abort();
      await within(clock, LEAVE_MS, async () => {
        await starting;
        await consumer.disconnect();
      }).catch((err: unknown) => {
        frame.logger.debug({ err }, 'consumer did not disconnect');
      });
    },
  };
}
