import type { TopicName } from '@redress/contracts';
import { positionKey } from '../port.ts';
import type { ClusterAccess } from './cluster-access.ts';
import type { TopicNames } from './topic-names.ts';

/** What a partition holds: offset of its first record, and the offset after its last. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Offset that kafkajs commits when it resets a group that asked for what is not there; Kafka itself never does. */
export const RESET_BY_CLIENT = -2;

/** Answers what partitions hold, keyed by `positionKey`. */
export async function readBounds(
  access: ClusterAccess,
  names: TopicNames,
  places: readonly { readonly topic: TopicName; readonly partition: number }[],
): Promise<ReadonlyMap<string, Bounds>> {
  const topics = [...new Set(places.map(({ topic }) => topic))];
  const wanted = topics.map((topic) => ({
    topic: names.physical(topic),
    partitions: places
      .filter((place) => place.topic === topic)
      .map(({ partition }) => ({ partition })),
  }));
  return await access.ask(
    'looking up offsets',
    wanted.map(({ topic }) => topic),
    async (cluster) => {
      const at = async (fromBeginning: boolean): Promise<ReadonlyMap<string, number>> => {
        const answers = await cluster.fetchTopicsOffset(
          wanted.map((topic) => ({ ...topic, fromBeginning })),
        );
        return byPlace(names, answers);
      };
      // Low first: a partition only grows, so that low never exceeds high.
      const low = await at(true);
      const high = await at(false);
      return new Map(
        [...high].map(([place, end]) => [place, { low: low.get(place) ?? 0, high: end }]),
      );
    },
  );
}

/**
 * Answers the offsets a group has committed; partitions without are left out. `RESET_BY_CLIENT` stands where kafkajs
 * reset the group after it had asked for what is not there.
 */
export async function readCommitted(
  access: ClusterAccess,
  names: TopicNames,
  group: string,
  topics: readonly { readonly topic: TopicName; readonly partitions: readonly number[] }[],
): Promise<ReadonlyMap<string, number>> {
  const groupId = names.group(group);
  const wanted = topics.map(({ topic, partitions }) => ({
    topic: names.physical(topic),
    partitions: partitions.map((partition) => ({ partition, offset: '-1' })),
  }));
  return await access.ask(
    'looking up offsets',
    wanted.map(({ topic }) => topic),
    async (cluster) => {
      const coordinator = await cluster.findGroupCoordinator({ groupId });
      const { responses } = await coordinator.offsetFetch({ groupId, topics: wanted });
      const committed = [...byPlace(names, responses)];
      return new Map(committed.filter(([, offset]) => offset >= 0 || offset === RESET_BY_CLIENT));
    },
  );
}

function byPlace(
  names: TopicNames,
  answers: readonly {
    readonly topic: string;
    readonly partitions: readonly { readonly partition: number; readonly offset: string }[];
  }[],
): ReadonlyMap<string, number> {
  return new Map(
    answers.flatMap(({ topic, partitions }) => {
      const logical = names.logical(topic);
      return logical === null
        ? []
        : partitions.map(
            ({ partition, offset }) => [positionKey(logical, partition), Number(offset)] as const,
          );
    }),
  );
}
