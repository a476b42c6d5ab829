import type { TopicName } from '@redress/contracts';
import type { Clock, Logger } from '@redress/runtime';
import type { Offsets } from 'kafkajs';
import { positionKey } from '../port.ts';
import type { TopicNames } from './topic-names.ts';

/** Offsets are committed so often while records are settled: what is repeated after a crash. */
const EVERY_MS = 1000;
const MOST_REFUSALS = 10;

/**
 * Commits in the generation that stands when it is called, with no try of its own, so that an offset
 * is never committed under a generation in which the partition is another's. A batch's payload has such a function; it stays good after the batch.
 */
type Commit = (offsets: Offsets) => Promise<void>;

/** Commits the offsets of a group's member, those of all its partitions together. */
export interface OffsetCommitter {
  /** The next offset to read of a partition that is ours. */
  note(topic: TopicName, partition: number, next: number): void;
  /** How to commit from now on. */
  use(commit: Commit): void;
  /** Commits what was noted. Answers false where the broker did not take it; it is then tried again. */
  flush(): Promise<boolean>;
  /** A new generation: what was noted before is not ours to commit. */
  forget(): void;
}

/** Makes a committer that flushes every second until the signal aborts. */
export function createOffsetCommitter(deps: {
  readonly names: TopicNames;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}): OffsetCommitter {
  const { names, clock, logger, signal } = deps;
  let noted = new Map<string, { topic: TopicName; partition: number; next: number }>();
  let commit: Commit | null = null;
  let generation = 0;
  let refusals = 0;
  let flushing: Promise<boolean> | null = null;

  const flushOnce = async (): Promise<boolean> => {
    if (noted.size === 0) return true;
    if (commit === null) return false;
    const taken = noted;
    const under = generation;
    noted = new Map();
    try {
      await commit({
        topics: [...taken.values()].map(({ topic, partition, next }) => ({
          topic: names.physical(topic),
          partitions: [{ partition, offset: String(next) }],
        })),
      });
      refusals = 0;
      return true;
    } catch (err) {
      // What was noted meanwhile is newer; under another generation nothing of this counts.
      if (under === generation) noted = new Map([...taken, ...noted]);
      refusals += 1;
      // A rebalance refuses one or two; what lasts repeats ever more records after a restart.
      if (refusals % MOST_REFUSALS === 0) logger.warn({ err, refusals }, 'offsets not committed');
      return false;
    }
  };

  const committer: OffsetCommitter = {
    note(topic, partition, next) {
      noted.set(positionKey(topic, partition), { topic, partition, next });
    },
    use(given) {
      commit = given;
    },
    async flush() {
      await flushing;
      flushing ??= flushOnce().finally(() => {
        flushing = null;
      });
      return await flushing;
    },
    forget() {
      noted = new Map();
      generation += 1;
    },
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await clock.sleep(EVERY_MS, signal);
      await committer.flush();
    }
  };
  void run();
  return committer;
}
