import type { Clock } from '@redress/runtime';
import { PartitionAssigners, type Cluster, type Consumer, type Kafka } from 'kafkajs';
import { asLogError, faultsOf, isRefusal } from './kafka-error.ts';
import { within } from './within.ts';

const MOST_TRIES = 3;
const BETWEEN_TRIES_MS = 150;
const GOODBYE_MS = 2000;

/** The leader moved, or is being chosen: what we know of the cluster is old. */
const STALE = [
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
  'REPLICA_NOT_AVAILABLE',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  // A topic just made is not known to every broker at once.
  'UNKNOWN_TOPIC_OR_PARTITION',
];
/** Asking again cannot help. */
const FINAL = ['INVALID_TOPIC_EXCEPTION', 'OFFSET_OUT_OF_RANGE', 'KafkaJSNotImplemented'];

/** Questions to the brokers outside any consumer group: ends, committed offsets, records of a range. */
export interface ClusterAccess {
  /**
   * Asks with a connected cluster that knows these topics; tries again over new connections. `doing` completes "Kafka did not answer while …".
   * Throws RedressError, but for what `work` throws on purpose with a code of Kafka's that is final (OFFSET_OUT_OF_RANGE): that passes as it is.
   */
  ask<T>(
    doing: string,
    topics: readonly string[],
    work: (cluster: Cluster) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
}

interface Opened {
  readonly cluster: Cluster;
  readonly consumer: Consumer;
}

/**
 * kafkajs gives no consumer without a group, and its admin reads no records; but it hands its cluster to a partition assigner,
 * by a typed, public door. The consumer made for that never joins a group and commits nothing. Connected at the first question.
 */
export function createClusterAccess(kafka: Kafka, clock: Clock): ClusterAccess {
  let opening: Promise<Opened> | null = null;

  const open = async (): Promise<Opened> => {
    const clusters: Cluster[] = [];
    const consumer = kafka.consumer({
      groupId: 'redress.access',
      allowAutoTopicCreation: false,
      metadataMaxAge: 60_000,
      partitionAssigners: [
        (given) => {
          clusters.push(given.cluster);
          return PartitionAssigners.roundRobin(given);
        },
      ],
    });
    await consumer.connect();
    const [cluster] = clusters;
    if (cluster === undefined) throw new Error('kafkajs gave no cluster');
    return { cluster, consumer };
  };

  const drop = (broken: Promise<Opened>): void => {
    if (opening === broken) opening = null;
    broken.then(({ consumer }) => consumer.disconnect()).catch(() => undefined);
  };

  return {
    async ask(doing, topics, work) {
      for (let tries = 1; ; tries += 1) {
        opening ??= open();
        const opened = opening;
        try {
          const { cluster } = await opened;
          await cluster.addMultipleTargetTopics([...topics]);
          await cluster.refreshMetadataIfNecessary();
          return await work(cluster);
        } catch (thrown) {
          const faults = faultsOf(thrown);
          if (faults.includes('OFFSET_OUT_OF_RANGE')) throw thrown;
          const stale = faults.some((fault) => STALE.includes(fault));
          if (stale) await refresh(opened);
          else drop(opened);
          if (
            tries >= MOST_TRIES ||
            isRefusal(thrown) ||
            faults.some((fault) => FINAL.includes(fault))
          ) {
            throw asLogError(thrown, doing);
          }
          await clock.sleep(BETWEEN_TRIES_MS * tries);
        }
      }
    },
    async close() {
      const closing = opening;
      opening = null;
      if (closing === null) return;
      await within(clock, GOODBYE_MS, async () => (await closing).consumer.disconnect()).catch(
        () => undefined,
      );
    },
  };
}

async function refresh(opened: Promise<Opened>): Promise<void> {
  try {
    await (await opened).cluster.refreshMetadata();
  } catch {
    // The next try finds it out, and tells.
  }
}
