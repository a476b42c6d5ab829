import { afterEach, beforeEach } from '@jest/globals';
import type { TopicName } from '@redress/contracts';
import type {
  Consumer,
  ConsumeOptions,
  EventLog,
  LogRecord,
  Outcome,
  StoredRecord,
} from './port.ts';

/** A log under test. It must wait only a few milliseconds between a consumer's tries. */
export interface LogUnderTest {
  readonly log: EventLog;
  /** Ends the log as a shutdown does and opens it again on the same data. */
  reopen(): Promise<EventLog>;
  cleanup(): Promise<void>;
}

export interface LogCapabilities {
  /** Records of one call become visible all or none. */
  readonly atomicPublish: boolean;
  /** Longest wait for what must happen: four seconds in the process, more where servers agree first. */
  readonly patienceMs?: number;
  /** Time after which a consumer would have handed over for sure. */
  readonly quietMs?: number;
}

/** What a definition works on: a new log for each, the one opened last. */
export interface Subject {
  readonly log: EventLog;
  reopen(): Promise<void>;
  /** Waits until what should not happen would have happened. */
  quiet(): Promise<unknown>;
  consume(options: Partial<ConsumeOptions> & Pick<ConsumeOptions, 'handle'>): Promise<Consumer>;
}

export const RECEIVED: TopicName = 'feedback.received.v1';
export const SCORED: TopicName = 'feedback.scored.v1';
export const ok: Outcome = { kind: 'ok' };

let patienceMs = 4000;

/** Makes a log before each definition of the surrounding `describe` and takes it away after it. */
export function aLogForEach(
  factory: () => Promise<LogUnderTest>,
  capabilities: LogCapabilities,
): Subject {
  let under: LogUnderTest;
  let log: EventLog;
  beforeEach(async () => {
    patienceMs = capabilities.patienceMs ?? 4000;
    under = await factory();
    log = under.log;
  });
  afterEach(async () => {
    await under.cleanup();
  });
  return {
    get log() {
      return log;
    },
    async reopen() {
      log = await under.reopen();
    },
    quiet: () => pause(capabilities.quietMs ?? 30),
    consume: (options) =>
      log.consume({ group: 'redress.test', topics: [RECEIVED], maxBatch: 10, ...options }),
  };
}

export function record(text: string, partition = 0, topic: TopicName = RECEIVED): LogRecord {
  return { topic, partition, key: `key-${text}`, value: new TextEncoder().encode(text) };
}

export function textOf({ value }: StoredRecord): string {
  return new TextDecoder().decode(value ?? new Uint8Array());
}

export function keeping(seen: StoredRecord[]): ConsumeOptions['handle'] {
  return (records) => {
    seen.push(...records);
    return Promise.resolve(records.map(() => ok));
  };
}

export async function all(
  log: EventLog,
  topic: TopicName,
  partition: number,
  from?: number,
  to?: number,
): Promise<StoredRecord[]> {
  const read: StoredRecord[] = [];
  for await (const found of log.read(topic, partition, from, to)) read.push(found);
  return read;
}

export async function deadLetters(log: EventLog): Promise<StoredRecord[]> {
  const read = await Promise.all(
    Array.from({ length: log.partitions('dead-letters.v1') }, (_, partition) =>
      all(log, 'dead-letters.v1', partition),
    ),
  );
  return read.flat();
}

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function until(reached: () => boolean): Promise<void> {
  await untilAsync(() => Promise.resolve(reached()));
}

export async function untilAsync(reached: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    if (await reached()) return;
    await pause(5);
  }
  throw new Error(`did not happen within ${String(patienceMs)} ms`);
}
