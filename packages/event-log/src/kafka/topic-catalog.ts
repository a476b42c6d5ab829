import { TOPICS, type TopicName } from '@redress/contracts';
import type { Clock, Logger } from '@redress/runtime';
import type { ClusterAccess } from './cluster-access.ts';
import { topicsMissing } from './kafka-error.ts';
import type { TopicNames } from './topic-names.ts';

const REFRESH_MS = 60_000;

/** How many partitions Kafka's topics have, as far as we looked. */
export interface TopicCatalog {
  /** Throws REDRESS_TOPICS_MISSING. */
  partitions(topic: TopicName): number;
}

/** Looks now, and every minute until the signal aborts: partitions may be added while we run. */
export async function openTopicCatalog(
  access: ClusterAccess,
  names: TopicNames,
  deps: { readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<TopicCatalog> {
  const { clock, logger, signal } = deps;
  const counts = new Map<TopicName, number>();

  const look = async (): Promise<void> => {
    // Topics of the contracts that are there; asking for one that is not would be an error.
    const { topicMetadata } = await access.ask('looking up topics', [], (cluster) =>
      cluster.metadata(),
    );
    for (const { topic, partitionMetadata } of topicMetadata) {
      const logical = names.logical(topic);
      if (logical !== null) counts.set(logical, partitionMetadata.length);
    }
  };

  const lookNowAndThen = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(REFRESH_MS, signal);
      if (signal.aborted) return;
      try {
        await look();
      } catch (err) {
        logger.debug({ err }, 'topics cannot be looked up');
      }
    }
  };

  await look();
  void lookNowAndThen();
  return {
    partitions(topic) {
      const count = counts.get(topic);
      if (count !== undefined) return count;
      throw topicsMissing(`using ${names.physical(TOPICS[topic].name)}`);
    },
  };
}
