import { backoffDelay, type BackoffOptions, type Clock, type Logger } from '@redress/runtime';
import type { TopicName } from '@redress/contracts';
import { deadLetterRecord } from './dead-letter.ts';
import { createFloodGuard } from './flood-guard.ts';
import {
  positionKey,
  type ConsumeOptions,
  type Consumer,
  type EventLog,
  type Positions,
  type StoredRecord,
} from './port.ts';
import { settleRecords } from './settle-records.ts';

/** What an engine gives so that the same consumer runs on it. */
export interface ConsumerEngine {
  readonly log: Pick<EventLog, 'partitions' | 'publish' | 'end'>;
  /** Next records of a partition from an offset; waits until there is one, empty when the signal aborts. */
  fetch(
    topic: TopicName,
    partition: number,
    from: number,
    max: number,
    signal: AbortSignal,
  ): Promise<readonly StoredRecord[]>;
  /** Positions the log keeps for a group, and their saving. */
  loadPositions(group: string): Promise<Positions>;
  savePosition(group: string, topic: TopicName, partition: number, next: number): Promise<void>;
}

export interface ConsumerDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly backoff: BackoffOptions;
}

/**
 * Runs a consumer over all partitions of its topics, each at its own pace: fetch, hand over, settle, save.
 * It ends by `stop`, or by itself when dead letters flood or a position lies beyond the log (which then has lost records).
 */
export function runConsumer(
  engine: ConsumerEngine,
  options: ConsumeOptions,
  deps: ConsumerDeps,
): Consumer {
  const { clock, backoff } = deps;
  const logger = deps.logger.child({ group: options.group });
  const aborter = new AbortController();
  const { signal } = aborter;
  const guard = createFloodGuard(clock);
  const waiting = new Map<string, string>();
  let stopped: string | null = null;
  let gate: { readonly opened: Promise<void>; readonly open: () => void } | null = null;

  const wait = async (
    place: string,
    tries: number,
    reason: string,
    err?: unknown,
  ): Promise<void> => {
    waiting.set(place, reason);
    logger.warn({ place, tries, reason, ...(err === undefined ? {} : { err }) }, 'consumer waits');
    await clock.sleep(backoffDelay(tries, backoff), signal);
  };

  const end = (reason: string): void => {
    if (stopped !== null || signal.aborted) return;
    stopped = reason;
    logger.error({ reason }, 'consumer stopped by itself');
    aborter.abort();
    gate?.open();
    options.onStopped?.(reason);
  };

  const putAside = async (
    record: StoredRecord,
    reason: string,
    attempts: number,
  ): Promise<void> => {
    const failure = { group: options.group, reason, attempts, at: clock.now() };
    await engine.log.publish([
      deadLetterRecord(record, failure, engine.log.partitions('dead-letters.v1')),
    ]);
    const { topic, partition, offset } = record;
    logger.error({ topic, partition, offset, attempts, reason }, 'record dead-lettered');
    options.onDeadLetter?.(record, reason);
  };

  const runPartition = async (
    topic: TopicName,
    partition: number,
    start: number,
  ): Promise<void> => {
    const place = positionKey(topic, partition);
    let position = start;
    const last = await engine.log.end(topic, partition);
    if (position > last) {
      end(
        `position ${String(position)} of ${place} lies beyond its end ${String(last)}: the log lost records, rebuild`,
      );
      return;
    }
    while (!signal.aborted) {
      await gate?.opened;
      const records = await engine.fetch(topic, partition, position, options.maxBatch, signal);
      const stop = await settleRecords(records, {
        handle: async (batch, context) => {
          const outcomes = await options.handle(batch, context);
          waiting.delete(place);
          return outcomes;
        },
        probe: options.probe,
        guard,
        signal,
        gate: async () => gate?.opened,
        wait: (tries, reason, err) => wait(place, tries, reason, err),
        deadLetter: putAside,
        save: async (next, passedDead) => {
          position = next;
          if (options.loadPositions === undefined)
            await engine.savePosition(options.group, topic, partition, next);
          else if (passedDead) await options.savePosition?.(topic, partition, next);
          waiting.delete(place);
        },
      });
      if (stop !== null) end(stop);
    }
  };

  const run = async (): Promise<void> => {
    const positions = await startPositions();
    await Promise.all(
      options.topics.flatMap((topic) =>
        Array.from({ length: engine.log.partitions(topic) }, (_, partition) =>
          runPartition(topic, partition, positions.get(positionKey(topic, partition)) ?? 0),
        ),
      ),
    );
  };

  const startPositions = async (): Promise<Positions> => {
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        const positions = await (options.loadPositions?.() ?? engine.loadPositions(options.group));
        waiting.delete('start');
        return positions;
      } catch (err) {
        await wait('start', tries, 'positions cannot be read', err);
      }
    }
    return new Map();
  };

  const done = run().catch((err: unknown) => {
    logger.error({ err }, 'consumer failed');
    end('the log cannot be read');
  });

  return {
    state() {
      if (stopped !== null) return { state: 'stopped', reason: stopped };
      if (signal.aborted) return { state: 'stopped', reason: 'stopped' };
      const reason = gate === null ? [...waiting.values()][0] : 'paused';
      return reason === undefined ? { state: 'running' } : { state: 'waiting', reason };
    },
    pause() {
      if (gate !== null || signal.aborted) return;
      let open = (): void => undefined;
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      gate = { opened, open };
    },
    resume() {
      gate?.open();
      gate = null;
    },
    async stop() {
      aborter.abort();
      gate?.open();
      await done;
    },
  };
}
