import { setMaxListeners } from 'node:events';
import { backoffDelay, type BackoffOptions, type Clock, type Logger } from '@redress/runtime';
import { deadLetterRecord } from './dead-letter.ts';
import { createFloodGuard } from './flood-guard.ts';
import type { ConsumeOptions, ConsumerState, EventLog, StoredRecord } from './port.ts';
import { settleRecords } from './settle-records.ts';

export interface ConsumerDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly backoff: BackoffOptions;
}

/** How one partition's records are settled. */
export interface Settling {
  /** Ends the settling early; the consumer's own signal unless the partition has a shorter life. */
  readonly signal: AbortSignal;
  /** Resolves when this partition may be handed over, beside the consumer's own pause. */
  readonly gate?: () => Promise<void>;
  /** Keeps the next offset to read; `passedDead` where a record before it was put aside. */
  readonly save: (next: number, passedDead: boolean) => Promise<void>;
}

/** What the partitions of a consumer share, on any engine: its state, its pause, its end, and how records are settled. */
export interface ConsumerFrame {
  /** Aborts when the consumer is stopped or stops itself. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  state(): ConsumerState;
  pause(): void;
  resume(): void;
  /** Resolves when it is not paused. */
  gate(): Promise<void>;
  /** Shows why a place (a partition, the start, the group) waits, until it is cleared. */
  show(place: string, reason: string): void;
  clear(place: string): void;
  /** Waits before the next try (`tries` from 1), shown meanwhile; ends early when the signal aborts. */
  wait(
    place: string,
    tries: number,
    reason: string,
    err?: unknown,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Hands records of one partition over until each is settled or the signal aborts. */
  settle(place: string, records: readonly StoredRecord[], settling: Settling): Promise<void>;
  /** Places whose handler has records in hand, each with a number of its own by hand-over. */
  inHand(): ReadonlyMap<string, number>;
  /** Stops by itself, with the reason. */
  end(reason: string): void;
  /** Stops because it was asked to. */
  abort(): void;
}

/** Makes the frame of one consumer. */
export function createConsumerFrame(
  log: Pick<EventLog, 'partitions' | 'publish'>,
  options: ConsumeOptions,
  deps: ConsumerDeps,
): ConsumerFrame {
  const { clock, backoff } = deps;
  const logger = deps.logger.child({ group: options.group });
  const aborter = new AbortController();
  // Every partition listens; more than ten are no leak.
  setMaxListeners(0, aborter.signal);
  const guard = createFloodGuard(clock);
  const waiting = new Map<string, string>();
  const inHand = new Map<string, number>();
  let handOvers = 0;
  let stopped: string | null = null;
  let paused: { readonly opened: Promise<void>; readonly open: () => void } | null = null;

  const putAside = async (
    record: StoredRecord,
    reason: string,
    attempts: number,
  ): Promise<void> => {
    const failure = { group: options.group, reason, attempts, at: clock.now() };
    await log.publish([deadLetterRecord(record, failure, log.partitions('dead-letters.v1'))]);
    const { topic, partition, offset } = record;
    logger.error({ topic, partition, offset, attempts, reason }, 'record dead-lettered');
    options.onDeadLetter?.(record, reason);
  };

  const frame: ConsumerFrame = {
    signal: aborter.signal,
    logger,
    state() {
      if (stopped !== null) return { state: 'stopped', reason: stopped };
      if (aborter.signal.aborted) return { state: 'stopped', reason: 'stopped' };
      const reason = paused === null ? [...waiting.values()][0] : 'paused';
      return reason === undefined ? { state: 'running' } : { state: 'waiting', reason };
    },
    pause() {
      if (paused !== null || aborter.signal.aborted) return;
      let open = (): void => undefined;
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      paused = { opened, open };
    },
    resume() {
      paused?.open();
      paused = null;
    },
    async gate() {
      await paused?.opened;
    },
    show: (place, reason) => void waiting.set(place, reason),
    clear: (place) => void waiting.delete(place),
    async wait(place, tries, reason, err, signal = aborter.signal) {
      waiting.set(place, reason);
      const why = err === undefined ? {} : { err };
      logger.warn({ place, tries, reason, ...why }, 'consumer waits');
      await clock.sleep(backoffDelay(tries, backoff), signal);
    },
    async settle(place, records, { signal, gate, save }) {
      const stop = await settleRecords(records, {
        handle: async (batch, context) => {
          handOvers += 1;
          inHand.set(place, handOvers);
          try {
            const outcomes = await options.handle(batch, context);
            waiting.delete(place);
            return outcomes;
          } finally {
            inHand.delete(place);
          }
        },
        probe: options.probe,
        guard,
        signal,
        gate: async () => {
          await frame.gate();
          await gate?.();
        },
        wait: (tries, reason, err) => frame.wait(place, tries, reason, err, signal),
        deadLetter: putAside,
        save: async (next, passedDead) => {
          await save(next, passedDead);
          waiting.delete(place);
        },
      });
      if (stop !== null) frame.end(stop);
    },
    inHand: () => inHand,
    end(reason) {
      if (stopped !== null || aborter.signal.aborted) return;
      stopped = reason;
      logger.error({ reason }, 'consumer stopped by itself');
      frame.abort();
      options.onStopped?.(reason);
    },
    abort() {
      aborter.abort();
      paused?.open();
    },
  };
  return frame;
}
