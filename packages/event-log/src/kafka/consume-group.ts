import type { TopicName } from '@redress/contracts';
import type { Kafka } from 'kafkajs';
import { createConsumerFrame, type ConsumerDeps } from '../consumer-frame.ts';
import type { ConsumeOptions, Consumer, EventLog } from '../port.ts';
import type { ClusterAccess } from './cluster-access.ts';
import { createRestartRule } from './restart-rule.ts';
import { joinGroup, type GroupTimeouts, type Membership } from './join-group.ts';
import type { PartitionSession } from './partition-session.ts';
import type { TopicNames } from './topic-names.ts';

/** Longest wait for a handler at the end; below the time a process has to stop. */
const DRAIN_MS = 12_000;
/** The wait before a new consumer stops growing here: kafkajs tries for some seconds itself, and brokers that are back are to be noticed. */
const MOST_TRIES = 5;
const WATCH_EVERY_MS = 5000;
/** Looks without a sign of life from kafkajs beyond which it is stuck, besides the time a rebalance may take. */
const STUCK_LOOKS = 12;
/** Looks after which a handler that has the same records in hand will not answer any more: five minutes. */
const HANGING_LOOKS = 60;

export interface GroupConsumerDeps extends ConsumerDeps {
  readonly log: Pick<EventLog, 'partitions' | 'publish'>;
  /** A new client for each life of the consumer. */
  readonly createClient: () => Kafka;
  readonly access: ClusterAccess;
  readonly names: TopicNames;
  readonly partitions: (topic: TopicName) => number;
  readonly timeouts: GroupTimeouts;
  readonly onLost: 'stop' | 'earliest';
}

/**
 * Runs a consumer in its Kafka group, with one kafkajs consumer after another, for ever: without the brokers it waits and shows why.
 * It stops by itself, and tells `onStopped`, where going on would lose records or cannot help: then the process ends and is started anew.
 */
export function consumeGroup(options: ConsumeOptions, deps: GroupConsumerDeps): Consumer {
  const frame = createConsumerFrame(deps.log, options, deps);
  const { signal } = frame;
  const { clock } = deps;
  const rule = createRestartRule();

  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null);
    });
  });

  /** Ends the consumer where kafkajs is silent for long, or a handler never answers: a process of its own cannot tell, it looks alive. */
  const watch = async (membership: Membership, over: AbortSignal): Promise<void> => {
    const limit = STUCK_LOOKS + Math.ceil(deps.timeouts.rebalanceMs / WATCH_EVERY_MS);
    const hanging = new Map<string, { handOver: number; looks: number }>();
    let silent = 0;
    let signs = membership.signs();
    for (;;) {
      // Looks are counted, not time: a clock that jumps or a process that was stopped is no sign of anything.
      await clock.sleep(WATCH_EVERY_MS, over);
      if (over.aborted) return;
      silent = membership.signs() === signs ? silent + 1 : 0;
      signs = membership.signs();
      if (silent > limit)
        frame.end('the Kafka client is stuck: it neither fetches nor gives a sign');
      for (const [place, handOver] of frame.inHand()) {
        const before = hanging.get(place);
        const looks = before?.handOver === handOver ? before.looks + 1 : 0;
        hanging.set(place, { handOver, looks });
        if (looks > HANGING_LOOKS)
          frame.end(`the handler has not answered for records of ${place} for five minutes`);
      }
      try {
        await membership.check();
      } catch (err) {
        frame.logger.debug({ err }, 'offsets cannot be looked up');
      }
    }
  };

  const run = async (): Promise<void> => {
    let lingering: ReadonlyMap<string, PartitionSession> = new Map();
    let tries = 0;
    const stopping = (): boolean => signal.aborted;
    while (!stopping()) {
      frame.show('group', 'joining the group');
      const membership = joinGroup({
        ...deps,
        ...{ kafka: deps.createClient(), frame, options, lingering },
      });
      const over = new AbortController();
      void watch(membership, over.signal);
      const broken: unknown = await Promise.race([membership.broken, aborted]);
      over.abort();
      await membership.close(stopping() ? DRAIN_MS : 0);
      lingering = membership.sessions();
      if (stopping()) return;
      const verdict = rule.judge(broken, membership.joined());
      if (verdict.kind === 'stop') {
        frame.end(verdict.sentence);
        return;
      }
      tries = membership.joined() ? 1 : tries + 1;
      await frame.wait('group', Math.min(tries, MOST_TRIES), verdict.reason, broken);
    }
  };

  const done = run().catch((err: unknown) => {
    frame.logger.error({ err }, 'consumer failed');
    frame.end('the Kafka consumer failed in a way that is not known');
  });

  return {
    state: () => frame.state(),
    pause: () => {
      frame.pause();
    },
    resume: () => {
      frame.resume();
    },
    async stop() {
      frame.abort();
      await done;
    },
  };
}
