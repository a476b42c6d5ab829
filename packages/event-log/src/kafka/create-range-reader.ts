import type { TopicName } from '@redress/contracts';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import { positionKey, type StoredRecord } from '../port.ts';
import type { ClusterAccess } from './cluster-access.ts';
import { faultsOf } from './kafka-error.ts';
import { readBounds, type Bounds } from './read-offsets.ts';
import { toStoredRecord } from './to-stored-record.ts';
import type { TopicNames } from './topic-names.ts';

/** Bytes asked for at once; a larger record comes whole all the same. */
const CHUNK_BYTES = 1024 * 1024;
const READ_COMMITTED = 1;

/** What a fetch answers, as far as it is read; kafkajs leaves it untyped. */
type Message = KafkaMessage & {
  readonly headers?: IHeaders;
  readonly isControlRecord?: boolean;
  /** The batch it came in, which may end later than its last record that is left. */
  readonly batchContext?: { readonly firstOffset: string; readonly lastOffsetDelta: number };
};
interface Fetched {
  readonly responses: readonly {
    readonly partitions: readonly { readonly messages: readonly Message[] }[];
  }[];
}

/** A part of one partition. */
export interface Range {
  readonly topic: TopicName;
  readonly partition: number;
  /** First offset; where those records are gone, the first that is left. */
  readonly from: number;
  /** End, exclusive; the partition's end as it is now where that comes first. */
  readonly to: number;
}

/** Reads ranges of partitions. */
export interface RangeReader {
  read(range: Range): AsyncGenerator<StoredRecord>;
}

/**
 * Reads with fetches of its own, in no group, so that readers wait neither for a rebalance nor for a seek. A range costs a round trip for
 * the bounds and one per megabyte. Gaps of compaction are passed; an answer without records means that none is left up to the end.
 * Records of transactions that were aborted are not told apart: nothing of ours writes in transactions.
 */
export function createRangeReader(access: ClusterAccess, names: TopicNames): RangeReader {
  // One fetch at a time: kafkajs opens a connection for each that finds none, and loses all but the last. A broker answers a connection's fetches in turn anyway.
  let last: Promise<unknown> = Promise.resolve();
  const fetchInTurn = (
    topic: string,
    partition: number,
    offset: number,
  ): Promise<readonly Message[] | null> => {
    const mine = last.then(() => fetchFrom(access, topic, partition, offset));
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    async *read({ topic, partition, from, to }) {
      const bounds = async (): Promise<Bounds> => {
        const found = await readBounds(access, names, [{ topic, partition }]);
        return found.get(positionKey(topic, partition)) ?? { low: 0, high: 0 };
      };
      const { low, high } = await bounds();
      const end = Math.min(to, high);
      for (let next = Math.max(from, low); next < end;) {
        const messages = await fetchInTurn(names.physical(topic), partition, next);
        if (messages === null) {
          // Removed since we looked: go on with what is left.
          const left = await bounds();
          if (left.low <= next) return;
          next = left.low;
          continue;
        }
        const final = messages.at(-1);
        if (final === undefined) return;
        for (const message of messages) {
          const offset = Number(message.offset);
          if (offset >= end) return;
          // A compressed batch comes whole, also what lies before the offset asked for.
          if (offset < next || message.isControlRecord === true) continue;
          yield toStoredRecord(topic, partition, message);
        }
        next = Math.max(next + 1, endOfBatch(final));
      }
    },
  };
}

function endOfBatch({ offset, batchContext }: Message): number {
  if (batchContext === undefined) return Number(offset) + 1;
  return Number(batchContext.firstOffset) + batchContext.lastOffsetDelta + 1;
}

/** Messages from an offset on, or null where it is not in the log. */
async function fetchFrom(
  access: ClusterAccess,
  topic: string,
  partition: number,
  offset: number,
): Promise<readonly Message[] | null> {
  const doing = 'reading records';
  try {
    return await access.ask(doing, [topic], async (cluster) => {
      const [nodeId] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
      const broker = await cluster.findBroker({ nodeId: nodeId ?? '-1' });
      const { responses } = (await broker.fetch({
        isolationLevel: READ_COMMITTED,
        // Answered at once: what is asked for is there, or never comes.
        maxWaitTime: 0,
        minBytes: 0,
        maxBytes: CHUNK_BYTES,
        topics: [
          {
            topic,
            partitions: [{ partition, fetchOffset: String(offset), maxBytes: CHUNK_BYTES }],
          },
        ],
      })) as Fetched;
      return responses[0]?.partitions[0]?.messages ?? [];
    });
  } catch (thrown) {
    if (faultsOf(thrown).includes('OFFSET_OUT_OF_RANGE')) return null;
    throw thrown;
  }
}
