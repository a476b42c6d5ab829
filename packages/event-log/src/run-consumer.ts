import type { TopicName } from '@redress/contracts';
import { createConsumerFrame, type ConsumerDeps } from './consumer-frame.ts';
import {
  positionKey,
  type ConsumeOptions,
  type Consumer,
  type EventLog,
  type Positions,
  type StoredRecord,
} from './port.ts';

/** What an engine in the process gives so that a consumer runs on it. */
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

/**
 * Runs a consumer over all partitions of its topics, each at its own pace: fetch, hand over, settle, save.
 * It ends by `stop`, or by itself when dead letters flood or a position lies beyond the log (which then has lost records).
 */
export function runConsumer(
  engine: ConsumerEngine,
  options: ConsumeOptions,
  deps: ConsumerDeps,
): Consumer {
  const frame = createConsumerFrame(engine.log, options, deps);
  const { signal } = frame;

  const runPartition = async (
    topic: TopicName,
    partition: number,
    start: number,
  ): Promise<void> => {
    const place = positionKey(topic, partition);
    let position = start;
    const last = await engine.log.end(topic, partition);
    if (position > last) {
      frame.end(
        `position ${String(position)} of ${place} lies beyond its end ${String(last)}: the log lost records, rebuild`,
      );
      return;
    }
    while (!signal.aborted) {
      await frame.gate();
      const records = await engine.fetch(topic, partition, position, options.maxBatch, signal);
      await frame.settle(place, records, {
        signal,
        save: async (next, passedDead) => {
          position = next;
          if (options.loadPositions === undefined)
            await engine.savePosition(options.group, topic, partition, next);
          else if (passedDead) await options.savePosition?.(topic, partition, next);
        },
      });
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
        frame.clear('start');
        return positions;
      } catch (err) {
        await frame.wait('start', tries, 'positions cannot be read', err);
      }
    }
    return new Map();
  };

  const done = run().catch((err: unknown) => {
    frame.logger.error({ err }, 'consumer failed');
    frame.end('the log cannot be read');
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
