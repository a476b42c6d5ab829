import {
  RedressError,
  silentLogger,
  type BackoffOptions,
  type Clock,
  type Logger,
} from '@redress/runtime';
import type { TopicName } from '@redress/contracts';
import { positionKey, type Consumer, type EventLog } from '../port.ts';
import { createClusterAccess } from './cluster-access.ts';
import { consumeGroup } from './consume-group.ts';
import { createKafkaClient, type KafkaClientOptions } from './create-kafka-client.ts';
import { createPublisher } from './create-publisher.ts';
import { createRangeReader } from './create-range-reader.ts';
import { RESET_BY_CLIENT, readBounds, readCommitted } from './read-offsets.ts';

import { openTopicCatalog } from './topic-catalog.ts';
import { CONSUMER_RETRY } from './join-group.ts';
import { createTopicNames } from './topic-names.ts';
import type { KafkaConfig } from './kafka-variables.ts';

/** A caller waits for an answer: tries end within seconds, and what was asked is asked again by its own rules. */
const ASKING = {
  requestTimeout: 10_000,
  retry: { initialRetryTime: 150, multiplier: 2, factor: 0.2, maxRetryTime: 1000, retries: 2 },
};
const WRITING = {
  requestTimeout: 15_000,
  retry: { initialRetryTime: 200, multiplier: 2, factor: 0.2, maxRetryTime: 2000, retries: 3 },
};
/** Longest wait for one answer to a consumer. */
const LEAST_ANSWER_MS = 10_000;
const MOST_ANSWER_MS = 30_000;

export interface KafkaLogOptions {
  readonly config: KafkaConfig;
  readonly clock: Clock;
  readonly logger?: Logger;
  /** Waits between tries of a consumer; 300 ms to 30 s. */
  readonly backoff?: Partial<BackoffOptions>;
  readonly route?: KafkaClientOptions['route'];
}

/**
 * The event log on Apache Kafka 3.9 or 4, through kafkajs. Topics must be there (`redress topics apply`).
 * Throws REDRESS_LOG_UNAVAILABLE (retryable) where no broker answers within some seconds, REDRESS_LOG_REFUSED where the login is refused.
 */
export async function openKafkaLog(options: KafkaLogOptions): Promise<EventLog> {
  const { config, clock } = options;
  const logger = options.logger ?? silentLogger;
  const client: KafkaClientOptions = {
    ...{ config, logger },
    ...(options.route === undefined ? {} : { route: options.route }),
  };
  const names = createTopicNames(config.KAFKA_TOPIC_PREFIX);
  const closing = new AbortController();
  const access = createClusterAccess(createKafkaClient(client, ASKING), clock);
  const publisher = createPublisher({
    ...{ kafka: createKafkaClient(client, WRITING), names, clock, logger },
  });
  const requestTimeout = Math.min(
    MOST_ANSWER_MS,
    Math.max(LEAST_ANSWER_MS, config.KAFKA_SESSION_TIMEOUT_MS),
  );
  const reader = createRangeReader(access, names);
  const consumers = new Map<string, Consumer>();
  const catalog = await openTopicCatalog(access, names, {
    ...{ clock, logger, signal: closing.signal },
  }).catch(async (thrown: unknown) => {
    await access.close();
    throw thrown;
  });

  const checkOpen = (): void => {
    if (closing.signal.aborted) {
      throw new RedressError('REDRESS_LOG_CLOSED', 'The Kafka log is closed; open it again.', {
        retryable: true,
      });
    }
  };

  const check = (topic: TopicName, partition: number): void => {
    checkOpen();
    const partitions = catalog.partitions(topic);
    if (!Number.isInteger(partition) || partition < 0 || partition >= partitions) {
      throw new RedressError(
        'REDRESS_LOG_PARTITION_UNKNOWN',
        `${names.physical(topic)} has partitions 0 to ${String(partitions - 1)}, not ${String(partition)}.`,
      );
    }
  };

  const placesOf = (topics: readonly TopicName[]): { topic: TopicName; partition: number }[] =>
    topics.flatMap((topic) =>
      Array.from({ length: catalog.partitions(topic) }, (_, partition) => ({ topic, partition })),
    );

  const log: EventLog = {
    partitions: (topic) => catalog.partitions(topic),
    async publish(records) {
      // kafkajs drops records of partitions it does not know without a word.
      for (const { topic, partition } of records) check(topic, partition);
      return await publisher.publish(records);
    },
    async consume(consumption) {
      for (const topic of consumption.topics) check(topic, 0);
      const running = consumers.get(consumption.group);
      if (running !== undefined) {
        if (running.state().state !== 'stopped') {
          throw new RedressError(
            'REDRESS_LOG_GROUP_TAKEN',
            `The group ${consumption.group} already has a consumer in this process; stop it first.`,
          );
        }
        await running.stop();
      }
      const consumer = consumeGroup(consumption, {
        ...{ log, access, names, clock, logger },
        createClient: () => createKafkaClient(client, { requestTimeout, retry: CONSUMER_RETRY }),
        partitions: (topic) => catalog.partitions(topic),
        backoff: { random: Math.random, ...options.backoff },
        timeouts: {
          sessionMs: config.KAFKA_SESSION_TIMEOUT_MS,
          rebalanceMs: config.KAFKA_REBALANCE_TIMEOUT_MS,
        },
        onLost: config.KAFKA_ON_LOST_RECORDS,
      });
      consumers.set(consumption.group, consumer);
      return consumer;
    },
    async *read(topic, partition, from = 0, to = Number.POSITIVE_INFINITY) {
      check(topic, partition);
      yield* reader.read({ topic, partition, from, to });
    },
    async end(topic, partition) {
      check(topic, partition);
      const bounds = await readBounds(access, names, [{ topic, partition }]);
      return bounds.get(positionKey(topic, partition))?.high ?? 0;
    },
    async lag(group, topics, given) {
      const places = placesOf(topics);
      const wanted = topics.map((topic) => ({
        topic,
        partitions: places
          .filter((place) => place.topic === topic)
          .map(({ partition }) => partition),
      }));
      // Positions first: they never pass an end that is looked up later.
      const positions = given ?? (await readCommitted(access, names, group, wanted));
      const bounds = await readBounds(access, names, places);
      return places.map(({ topic, partition }) => {
        const place = positionKey(topic, partition);
        const { low, high: end } = bounds.get(place) ?? { low: 0, high: 0 };
        const known = positions.get(place) ?? low;
        const position = known === RESET_BY_CLIENT ? low : known;
        return { topic, partition, position, end, lag: Math.max(0, end - position) };
      });
    },
    async ping() {
      checkOpen();
      await access.ask('being asked for a sign', [], (cluster) => cluster.refreshMetadata());
    },
    async close() {
      if (closing.signal.aborted) return;
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop()));
      closing.abort();
      await publisher.close();
      await access.close();
    },
  };
  return log;
}
