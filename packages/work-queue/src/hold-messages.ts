import type { Clock, Logger } from '@redress/runtime';
import type { QueueMessage, WorkQueue } from './port.ts';

export interface HoldOptions {
  readonly queue: Pick<WorkQueue, 'changeVisibility'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long they stay hidden from each extension on; extended after a third of it, so that two may fail. */
  readonly seconds: number;
}

/** Messages that are kept hidden. */
export interface Hold {
  /** Ends it, and resolves when no extension is under way any more: what is then said of a message (deleted, backed off) stands. */
  release(): Promise<void>;
}

/** Keeps messages hidden from others while they are worked on, however long that takes. Never throws: an extension that fails is logged. */
export function holdMessages(messages: readonly QueueMessage[], options: HoldOptions): Hold {
  const { queue, clock, logger, seconds } = options;
  const stopping = new AbortController();

  const extend = async (message: QueueMessage): Promise<void> => {
    try {
      await queue.changeVisibility(message, seconds);
    } catch (err) {
      logger.warn({ err, message: message.id }, 'queue message could not be held');
    }
  };
  const run = async (): Promise<void> => {
    for (;;) {
      await clock.sleep((seconds * 1000) / 3, stopping.signal);
      if (stopping.signal.aborted) return;
      await Promise.all(messages.map(extend));
    }
  };

  const running = run();
  return {
    async release() {
      stopping.abort();
      await running;
    },
  };
}
