import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { TOPICS, type TopicName } from '@redress/contracts';
import {
  RedressError,
  killPoint,
  silentLogger,
  type BackoffOptions,
  type Clock,
  type Logger,
} from '@redress/runtime';
import { open, type Database, type RootDatabase } from 'lmdb';
import { createGroupCommit } from './group-commit.ts';
import {
  positionKey,
  type Consumer,
  type EventLog,
  type LogRecord,
  type Positions,
  type StoredRecord,
} from './port.ts';
import { decodeRecord, encodeRecord } from './record-layout.ts';
import { runConsumer, type ConsumerEngine } from './run-consumer.ts';

/** Address space, not disk: the file grows as it fills, and the map beyond this where it must. */
const MAP_BYTES = 16 * 2 ** 30;
/** Records read in one go. A longer read would hold old pages and make the file grow. */
const READ_CHUNK = 500;
/** A consumer is woken after each publish; this is the safety net. */
const POLL_MS = 1000;

export interface EmbeddedLogOptions {
  /** Folder of the log alone. One process at a time: the data folder's lock sees to it. */
  readonly directory: string;
  readonly clock: Clock;
  readonly logger?: Logger;
  /** Partitions other than the contract's, by topic. */
  readonly partitions?: Partial<Readonly<Record<TopicName, number>>>;
  /** Waits between tries of a consumer; 300 ms to 30 s. */
  readonly backoff?: Partial<BackoffOptions>;
}

type RecordKey = [topic: string, partition: number, offset: number];
type PositionsKey = [group: string, topic: string, partition: number];
interface Pending {
  readonly record: LogRecord;
  readonly headers: Readonly<Record<string, string>>;
}
interface Written {
  readonly partition: number;
  readonly offset: number;
}

/**
 * The event log in a folder, on lmdb. Every commit is synced before it is visible or answered: `overlappingSync` is off,
 * or a consumer could act on a record that a power cut then takes back.
 * Throws REDRESS_LOG_UNREADABLE where the folder cannot be opened.
 */
export function openEmbeddedLog(options: EmbeddedLogOptions): EventLog {
  const { clock } = options;
  const { root, records, positions } = openDatabases(options.directory);
  const deps = {
    clock,
    logger: options.logger ?? silentLogger,
    backoff: { random: Math.random, ...options.backoff },
  };
  const ends = new Map<string, number>();
  const listeners = new Map<string, Set<() => void>>();
  const consumers = new Map<string, Consumer>();
  let closed = false;

  const partitions = (topic: TopicName): number =>
    options.partitions?.[topic] ?? TOPICS[topic].partitions;

  const endOf = (topic: TopicName, partition: number): number => {
    const place = positionKey(topic, partition);
    const known = ends.get(place);
    if (known !== undefined) return known;
    const [last] = [
      ...records.getKeys({
        start: [topic, partition, Number.MAX_SAFE_INTEGER],
        end: [topic, partition],
        reverse: true,
        limit: 1,
      }),
    ];
    const end = last === undefined ? 0 : last[2] + 1;
    ends.set(place, end);
    return end;
  };

  const group = createGroupCommit<Pending, Written>(async (pending) => {
    const next = new Map<string, number>();
    const at = clock.now();
    const placed = pending.map(({ record, headers }) => {
      const { topic, partition, key, value } = record;
      const place = positionKey(topic, partition);
      const offset = next.get(place) ?? endOf(topic, partition);
      next.set(place, offset + 1);
      return { topic, partition, offset, bytes: encodeRecord({ key, value, headers, at }) };
    });
    await committed(records, () =>
      placed.map(({ topic, partition, offset, bytes }) =>
        records.put([topic, partition, offset], bytes),
      ),
    );
    killPoint('after-log-append');
    for (const [place, end] of next) ends.set(place, end);
    for (const place of next.keys())
      listeners.get(place)?.forEach((wake) => {
        wake();
      });
    return placed.map(({ partition, offset }) => ({ partition, offset }));
  });

  const check = (topic: TopicName, partition: number): void => {
    if (closed)
      throw new RedressError('REDRESS_LOG_CLOSED', 'The embedded log is closed; open it again.', {
        retryable: true,
      });
    if (!Number.isInteger(partition) || partition < 0 || partition >= partitions(topic)) {
      throw new RedressError(
        'REDRESS_LOG_PARTITION_UNKNOWN',
        `${topic} has partitions 0 to ${String(partitions(topic) - 1)}, not ${String(partition)}.`,
      );
    }
  };

  const some = (topic: TopicName, partition: number, from: number, max: number): StoredRecord[] => {
    const end: RecordKey = [topic, partition, endOf(topic, partition)];
    const found = records.getRange({ start: [topic, partition, from], end, limit: max });
    return [...found].map(({ key, value }) => ({
      topic,
      partition,
      offset: key[2],
      ...decodeRecord(value),
    }));
  };

  /** Resolves at the next publish to a partition, at the safety net's poll, or when the signal aborts. */
  const change = (place: string, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const waking = listeners.get(place) ?? new Set();
      listeners.set(place, waking);
      const wake = (): void => {
        clearTimeout(timer);
        waking.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, POLL_MS);
      waking.add(wake);
      signal.addEventListener('abort', wake);
    });

  const loadPositions = (name: string): Promise<Positions> => {
    const kept = [...positions.getRange({ start: [name], end: [name, '\uffff'] })];
    return Promise.resolve(
      new Map(kept.map(({ key, value }) => [`${key[1]}/${String(key[2])}`, value])),
    );
  };

  const engine: ConsumerEngine = {
    log: {
      partitions,
      publish: (batch) => log.publish(batch),
      end: (topic, partition) => log.end(topic, partition),
    },
    loadPositions,
    async savePosition(name, topic, partition, next) {
      await committed(positions, () => [positions.put([name, topic, partition], next)]);
    },
    async fetch(topic, partition, from, max, signal) {
      while (!signal.aborted) {
        const found = some(topic, partition, from, max);
        if (found.length > 0) return found;
        await change(positionKey(topic, partition), signal);
      }
      return [];
    },
  };

  const log: EventLog = {
    partitions,
    async publish(batch) {
      if (batch.length === 0) return [];
      for (const { topic, partition } of batch) check(topic, partition);
      const items = batch.map((record) => ({
        // Copied now: the caller may use its buffer again while the commit waits.
        record: { ...record, value: record.value === null ? null : record.value.slice() },
        headers: { ...record.headers },
      }));
      const bytes = items.reduce((sum, { record }) => sum + (record.value?.length ?? 0), 0);
      return await group.add({ items, bytes });
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
      const consumer = runConsumer(engine, consumption, deps);
      consumers.set(consumption.group, consumer);
      return consumer;
    },
    async *read(topic, partition, from = 0, to) {
      check(topic, partition);
      const end = Math.min(to ?? Number.POSITIVE_INFINITY, endOf(topic, partition));
      for (let next = from; next < end;) {
        check(topic, partition);
        const chunk = some(topic, partition, next, READ_CHUNK);
        for (const record of chunk) {
          if (record.offset >= end) return;
          yield record;
        }
        const last = chunk.at(-1);
        if (last === undefined) return;
        next = last.offset + 1;
      }
    },
    async end(topic, partition) {
      check(topic, partition);
      return await Promise.resolve(endOf(topic, partition));
    },
    async lag(name, topics, given) {
      const known = given ?? (await loadPositions(name));
      return topics.flatMap((topic) =>
        Array.from({ length: partitions(topic) }, (_, partition) => {
          const position = known.get(positionKey(topic, partition)) ?? 0;
          const end = endOf(topic, partition);
          return { topic, partition, position, end, lag: Math.max(0, end - position) };
        }),
      );
    },
    async ping() {
      check('settings.v1', 0);
      await loadPositions('redress.ping');
    },
    async close() {
      if (closed) return;
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop()));
      closed = true;
      await group.idle();
      await root.close();
    },
  };
  return log;
}

function openDatabases(directory: string): {
  root: RootDatabase;
  records: Database<Buffer, RecordKey>;
  positions: Database<number, PositionsKey>;
} {
  try {
    mkdirSync(directory, { recursive: true });
    const root = open({
      path: directory,
      noSubdir: false,
      overlappingSync: false,
      // Its own batches reject a promise nobody can listen to when the disk is full, which ends the process.
      eventTurnBatching: false,
      mapSize: MAP_BYTES,
      maxDbs: 4,
    });
    // lmdb syncs what is in its file; that there is one is written in the folders.
    for (const folder of [directory, path.dirname(directory)]) syncFolder(folder);
    return {
      root,
      records: root.openDB({ name: 'records', encoding: 'binary' }),
      positions: root.openDB({ name: 'positions', encoding: 'json' }),
    };
  } catch (cause) {
    throw new RedressError(
      'REDRESS_LOG_UNREADABLE',
      `The embedded log in ${directory} cannot be opened; check that the folder is whole and can be read and written.`,
      { cause },
    );
  }
}

function syncFolder(directory: string): void {
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes all or nothing; resolves when the commit is synced. `batch`, not `transaction`: it works off the main thread,
 * and after the latter `flushed` never resolves (lmdb 3.5.6). lmdb tells a failed commit (a full disk) through several promises;
 * one nobody listens to would end the process. Throws REDRESS_LOG_WRITE_FAILED, retryable.
 */
async function committed(
  database: Pick<Database, 'batch'>,
  write: () => Promise<boolean>[],
): Promise<void> {
  try {
    await database.batch(() => {
      for (const put of new Set(write())) put.catch(() => undefined);
    });
  } catch (cause) {
    if (cause instanceof Error && 'commitError' in cause && cause.commitError instanceof Promise) {
      cause.commitError.catch(() => undefined);
    }
    throw new RedressError(
      'REDRESS_LOG_WRITE_FAILED',
      'The embedded log could not write to its folder; check that the disk is not full and can be written.',
      { retryable: true, cause },
    );
  }
}
