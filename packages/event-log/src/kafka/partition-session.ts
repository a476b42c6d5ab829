import type { TopicName } from '@redress/contracts';
import type { ConsumerFrame } from '../consumer-frame.ts';
import { positionKey, type StoredRecord } from '../port.ts';
import { createBell } from './bell.ts';

/**
 * A partition while it is ours, from one assignment of the group to the next: records that kafkajs brought wait here and are
 * settled at the partition's own pace, so that a slow or failing one holds up neither fetching nor heartbeats nor its neighbours.
 */
export interface PartitionSession {
  readonly topic: TopicName;
  readonly partition: number;
  /** `positionKey` of both. */
  readonly place: string;
  /** Aborts when the partition is taken away or the consumer stops. */
  readonly signal: AbortSignal;
  /** Next offset to be settled; null before the start. */
  position(): number | null;
  /** Next offset to be fetched; null before the start. */
  expected(): number | null;
  /** Records that wait, those in hand not counted. */
  waiting(): number;
  start(offset: number): void;
  /** Adds what was fetched; `next` follows its last offset. */
  push(records: readonly StoredRecord[], next: number): void;
  /** What was fetched held no records for us; `next` follows it. */
  pass(next: number): void;
  /** Resolves after the next hand-over, or at the end. */
  progress(): Promise<void>;
  /** The partition is not ours any longer: what is in hand is finished, its position not saved. */
  revoke(): void;
  /** Resolves when nothing is in hand after the end; at once if it never started. */
  done(): Promise<void>;
}

export interface SessionDeps {
  readonly topic: TopicName;
  readonly partition: number;
  readonly frame: ConsumerFrame;
  readonly maxBatch: number;
  /** Null where records may be handed over; else what resolves when to look again: not while the group comes together anew. */
  readonly gate: () => Promise<void> | null;
  /** Keeps the position, while the partition is ours. */
  readonly save: (next: number, passedDead: boolean) => Promise<void>;
  /** Told after each hand-over. */
  readonly onProgress: () => void;
}

/** Makes a session; nothing is handed over before its start. */
export function createPartitionSession(deps: SessionDeps): PartitionSession {
  const { topic, partition, frame, maxBatch, gate, save } = deps;
  const place = positionKey(topic, partition);
  const ender = new AbortController();
  const { signal } = ender;
  const queue: StoredRecord[] = [];
  const bell = createBell();
  let position: number | null = null;
  let expected: number | null = null;
  let running: Promise<void> | null = null;

  let ours = true;

  const end = (): void => {
    frame.signal.removeEventListener('abort', end);
    ender.abort();
    bell.ring();
  };
  frame.signal.addEventListener('abort', end);
  if (frame.signal.aborted) end();

  const mayHandOver = async (): Promise<void> => {
    for (let closed = gate(); closed !== null && !signal.aborted; closed = gate())
      await Promise.race([closed, bell.rung()]);
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const batch = queue.splice(0, maxBatch);
      if (batch.length === 0) {
        await bell.rung();
        continue;
      }
      await frame.settle(place, batch, {
        signal,
        gate: mayHandOver,
        save: async (next, passedDead) => {
          position = next;
          if (ours) await save(next, passedDead);
        },
      });
      bell.ring();
      deps.onProgress();
    }
    frame.clear(place);
  };

  return {
    topic,
    partition,
    place,
    signal,
    position: () => position,
    expected: () => expected,
    waiting: () => queue.length,
    start(offset) {
      if (running !== null || signal.aborted) return;
      position = offset;
      expected = offset;
      running = run();
    },
    push(records, next) {
      queue.push(...records);
      expected = next;
      bell.ring();
    },
    pass(next) {
      expected = next;
    },
    progress: () => bell.rung(),
    revoke() {
      ours = false;
      end();
    },
    async done() {
      await running;
    },
  };
}
