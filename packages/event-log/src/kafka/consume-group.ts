import type { TopicName } from '@redress/contracts';
import type { Kafka } from 'kafkajs';
import { createConsumerFrame, type ConsumerDeps } from '../consumer-frame.ts';
import type { ConsumeOptions, Consumer, EventLog } from '../port.ts';
import type { ClusterAccess } from './cluster-access.ts';
import { createRestartRule } from './restart-rule.ts';
import { joinGroup, type GroupTimeouts } from './join-group.ts';
import type { PartitionSession } from './partition-session.ts';
import type { TopicNames } from './topic-names.ts';
import { watchMembership } from './watch-membership.ts';

/** Longest wait for a handler at the end; below the time a process has to stop. */
const DRAIN_MS = 12_000;
/** The wait before a new consumer stops growing here: kafkajs tries for some seconds itself, and brokers that are back are to be noticed. */
const MOST_TRIES = 5;

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
      void watchMembership(membership, frame, {
        ...{ clock, over: over.signal },
        rebalanceMs: deps.timeouts.rebalanceMs,
      });
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
