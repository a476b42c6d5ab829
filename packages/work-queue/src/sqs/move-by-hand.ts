import type { QueueMessage } from '../port.ts';

/** What moving needs of the two queues. */
export interface MoveByHandOptions {
  /** Takes up to ten messages out of the dead-letter queue; they stay hidden while they are moved. */
  readonly receiveDead: () => Promise<readonly QueueMessage[]>;
  readonly send: (messages: readonly { readonly body: string }[]) => Promise<void>;
  readonly deleteDead: (message: QueueMessage) => Promise<void>;
  /** What is dead at the beginning, about. */
  readonly count: number;
}

/** Counts of a queue are about right. */
const MARGIN = 10;

/**
 * Moves a dead-letter queue back, where the engine does not: received, sent, then deleted, so that a stop in between repeats a message and loses none.
 * What dies meanwhile is left for the next time. Answers how many were moved.
 */
export async function moveByHand(options: MoveByHandOptions): Promise<number> {
  const { receiveDead, send, deleteDead, count } = options;
  let moved = 0;
  while (moved < count + MARGIN) {
    const messages = await receiveDead();
    if (messages.length === 0) break;
    await send(messages);
    await Promise.all(messages.map(deleteDead));
    moved += messages.length;
  }
  return moved;
}
