import { RedressError, isRedressError, killPoint, type Clock, type Logger } from '@redress/runtime';
import type { Kafka, Message, Producer, RecordMetadata } from 'kafkajs';
import { createGroupCommit } from '../group-commit.ts';
import type { LogRecord } from '../port.ts';
import { asLogError, isTooLarge, recordTooLarge } from './kafka-error.ts';
import { recordBytes } from './record-bytes.ts';
import { inRequests } from './split-in-requests.ts';
import type { TopicNames } from './topic-names.ts';
import { maxMessageBytes } from './topic-settings.ts';
import { within } from './within.ts';

/** Longest wait for the brokers to say goodbye. */
const GOODBYE_MS = 2000;
/** Longest wait of the leader for its followers. */
const REPLICAS_MS = 10_000;

interface Written {
  readonly partition: number;
  readonly offset: number;
}

/** Writes records: those that come while a write is under way go together into the next. */
export interface Publisher {
  publish(records: readonly LogRecord[]): Promise<readonly Written[]>;
  /** Waits for what is being written, then closes the connection. */
  close(): Promise<void>;
}

export interface PublisherDeps {
  readonly kafka: Kafka;
  readonly names: TopicNames;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * A publisher over one producer. One request is on its way at a time, its tries included, so that the order of calls holds in each partition
 * without the idempotent producer (which retries for ever). What was refused may still have been written: who tries again
 * writes twice, and whoever reads knows events by their id. After a failure the next write begins with new connections.
 */
export function createPublisher(deps: PublisherDeps): Publisher {
  const { kafka, names, clock, logger } = deps;
  let connecting: Promise<Producer> | null = null;

  const connect = async (): Promise<Producer> => {
    const producer = kafka.producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      maxInFlightRequests: 1,
      metadataMaxAge: 60_000,
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition ?? 0,
    });
    await producer.connect();
    return producer;
  };

  const drop = (): void => {
    const broken = connecting;
    connecting = null;
    broken?.then((producer) => producer.disconnect()).catch(() => undefined);
  };

  const send = async (records: readonly LogRecord[]): Promise<readonly Written[]> => {
    connecting ??= connect();
    const producer = await connecting;
    const topics = [...new Set(records.map(({ topic }) => topic))];
    const answers = await producer.sendBatch({
      acks: -1,
      timeout: REPLICAS_MS,
      topicMessages: topics.map((topic) => ({
        topic: names.physical(topic),
        messages: records.filter((record) => record.topic === topic).map(toMessage),
      })),
    });
    return offsetsOf(records, answers, names);
  };

  /** Sends, and finds the record that is too large for its broker among those that are not. */
  const sendOrSplit = async (
    records: readonly LogRecord[],
  ): Promise<readonly (Written | RedressError)[]> => {
    try {
      return await send(records);
    } catch (thrown) {
      if (!isTooLarge(thrown)) {
        drop();
        throw thrown;
      }
      if (records.length === 1) return [recordTooLarge(thrown)];
      const half = Math.ceil(records.length / 2);
      return [
        ...(await sendOrSplit(records.slice(0, half))),
        ...(await sendOrSplit(records.slice(half))),
      ];
    }
  };

  const group = createGroupCommit<LogRecord, Written | RedressError>(async (records) => {
    try {
      const written: (Written | RedressError)[] = [];
      for (const request of inRequests(records)) written.push(...(await sendOrSplit(request)));
      killPoint('after-log-append');
      return written;
    } catch (thrown) {
      throw asLogError(thrown, 'writing records');
    }
  });

  return {
    async publish(records) {
      if (records.length === 0) return [];
      // Copied now: the caller may use its buffer again while the write waits.
      const items = records.map((record) => ({
        ...record,
        value: record.value === null ? null : Buffer.from(record.value),
      }));
      let bytes = 0;
      for (const item of items) {
        const size = recordBytes(item);
        if (size > maxMessageBytes(item.topic)) throw recordTooLarge();
        bytes += size;
      }
      const results = await group.add({ items, bytes });
      return results.map((result) => {
        if (isRedressError(result)) throw result;
        return result;
      });
    },
    async close() {
      await group.idle();
      const closing = connecting;
      connecting = null;
      if (closing === null) return;
      try {
        await within(clock, GOODBYE_MS, async () => (await closing).disconnect());
      } catch (err) {
        logger.debug({ err }, 'the producer did not disconnect');
      }
    },
  };
}

function toMessage({ key, value, headers, partition }: LogRecord): Message {
  return {
    key,
    value: value as Buffer | null,
    partition,
    ...(headers === undefined ? {} : { headers }),
  };
}

/** The broker answers the first offset of each partition; the records of one request follow one another. */
function offsetsOf(
  records: readonly LogRecord[],
  answers: readonly RecordMetadata[],
  names: TopicNames,
): readonly Written[] {
  const next = new Map(
    answers.map(({ topicName, partition, baseOffset }) => [
      `${topicName}/${String(partition)}`,
      Number(baseOffset),
    ]),
  );
  return records.map(({ topic, partition }) => {
    const place = `${names.physical(topic)}/${String(partition)}`;
    const offset = next.get(place);
    if (offset === undefined) {
      throw new RedressError(
        'REDRESS_LOG_UNAVAILABLE',
        `Kafka answered for other partitions than ${place}; what was meant for it may be missing.`,
        { retryable: true },
      );
    }
    next.set(place, offset + 1);
    return { partition, offset };
  });
}
