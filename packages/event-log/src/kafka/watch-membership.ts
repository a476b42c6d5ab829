import type { Clock } from '@redress/runtime';
import type { ConsumerFrame } from '../consumer-frame.ts';
import type { Membership } from './join-group.ts';

const LOOK_EVERY_MS = 5000;
/** Looks without a sign of life from kafkajs beyond which it is stuck, besides the time a rebalance may take. */
const SILENT_LOOKS = 12;
/** Looks after which a handler that has the same records in hand will not answer any more: five minutes. */
const HANGING_LOOKS = 60;

/**
 * Ends the consumer where kafkajs gives no sign for long, or a handler never answers: the process looks alive, and heartbeats go on without the handler.
 * Looks for lost records too. Looks are counted, not time: a clock that jumps, or a process that was stopped, is no sign of anything.
 */
export async function watchMembership(
  membership: Pick<Membership, 'signs' | 'check'>,
  frame: Pick<ConsumerFrame, 'inHand' | 'end' | 'logger'>,
  options: { readonly clock: Clock; readonly rebalanceMs: number; readonly over: AbortSignal },
): Promise<void> {
  const { clock, over } = options;
  const limit = SILENT_LOOKS + Math.ceil(options.rebalanceMs / LOOK_EVERY_MS);
  let hanging = new Map<string, { readonly handOver: number; readonly looks: number }>();
  let silent = 0;
  let signs = membership.signs();
  for (;;) {
    await clock.sleep(LOOK_EVERY_MS, over);
    if (over.aborted) return;
    silent = membership.signs() === signs ? silent + 1 : 0;
    signs = membership.signs();
    if (silent > limit) frame.end('the Kafka client is stuck: it neither fetches nor gives a sign');
    const inHand = new Map<string, { readonly handOver: number; readonly looks: number }>();
    for (const [place, handOver] of frame.inHand()) {
      const before = hanging.get(place);
      const looks = before?.handOver === handOver ? before.looks + 1 : 0;
      inHand.set(place, { handOver, looks });
      if (looks > HANGING_LOOKS)
        frame.end(`the handler has not answered for records of ${place} for five minutes`);
    }
    hanging = inHand;
    try {
      await membership.check();
    } catch (err) {
      frame.logger.debug({ err }, 'offsets cannot be looked up');
    }
  }
}
