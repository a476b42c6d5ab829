import { TOPICS } from '@redress/contracts';
import type { EventLog, LogRecord } from '@redress/event-log';
import { RedressError, killPoint } from '@redress/runtime';
import type { Clock, Logger, Metrics, Running } from '@redress/runtime';
import {
  OUTBOX_CHANNEL,
  deleteOutbox,
  followOutbox,
  oldestOutboxAge,
  readOutbox,
} from '@redress/store';
import type { Database, Lead, OutboxRow } from '@redress/store';
import type { WorkQueue } from '@redress/work-queue';
import { startLoop } from './start-loop.ts';

export interface RelayDependencies {
  readonly database: Database;
  readonly log: EventLog;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Told when work was put on the queue. */
  readonly onWork: () => void;
}

/** Takes committed rows of the outbox to the log and the queue. */
export interface Relay extends Running {
  /** Something was committed. */
  readonly wake: () => void;
  /** Resolves when everything that was committed before the call is out; rejects with a retryable RedressError where that failed. It is tried again anyway. */
  readonly flush: () => Promise<void>;
}

/** Rows of one round; a transaction's rows are never parted by it. */
const ROWS_AT_ONCE = 500;
/** Slow look for rows whose commit nobody told of. */
const POLL_MS = 500;

interface Flush {
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** The name that the one relay at work holds. */
export const RELAY_LEAD = 'relay';

/**
 * Starts the relay. Of all processes on a store one takes rows out, whoever holds the lead; the others tell it what they commit, wait for it, and
 * take its place when it is gone. A row may go out twice (a stop between publishing and deleting), never not at all.
 */
export function startRelay(deps: RelayDependencies): Relay {
  const { database, clock, metrics } = deps;
  const published = metrics.counter(
    'redress_relay_rows_total',
    'Outbox rows taken out, by destination.',
    ['destination'],
  );
  const failures = metrics.counter(
    'redress_relay_failures_total',
    'Rounds of the relay that failed.',
  );
  const duration = metrics.histogram(
    'redress_relay_round_seconds',
    'Time a round with rows takes.',
  );
  metrics.gauge(
    'redress_outbox_oldest_age_seconds',
    'Age of the oldest unpublished row; 0 where there is none.',
    [],
    async (gauge) => {
      gauge.set((await oldestOutboxAge(database, clock.now())) ?? 0);
    },
  );

  const follower = followOutbox(deps);
  let waiting: Flush[] = [];
  let stopped = false;
  let lead: Lead | null = null;
  let deaf: (() => Promise<void>) | null = null;

  const holdsLead = (): boolean => lead !== null && !lead.lost.aborted;
  const takeLead = async (): Promise<boolean> => {
    if (holdsLead()) return true;
    lead = await database.takeLead(RELAY_LEAD);
    return lead !== null;
  };
  /** What another process commits is told of; without it, it is found by the slow look. */
  const hear = async (): Promise<void> => {
    deaf ??= await database.listen(OUTBOX_CHANNEL, () => {
      loop.wake();
    });
  };

  const drain = async (): Promise<void> => {
    while (holdsLead()) {
      const rows = await readOutbox(database, ROWS_AT_ONCE);
      if (rows.length === 0) return;
      const start = Date.parse(clock.now());
      await takeOut(rows, deps);
      duration.observe((Date.parse(clock.now()) - start) / 1000);
      for (const { destination } of rows) published.inc({ destination });
      // Fewer than asked for were all there were; what was committed since is told of by a wake.
      if (rows.length < ROWS_AT_ONCE) return;
    }
  };

  const loop = startLoop({
    ...deps,
    name: 'relay',
    step: async () => {
      // Only those that asked before this look at the outbox are answered by it.
      const answered = waiting;
      waiting = [];
      try {
        await hear();
        if (!(await takeLead())) {
          for (const { done, failed } of answered) follower.flush().then(done, failed);
          return waiting.length > 0 ? 0 : POLL_MS;
        }
        await drain();
        for (const { done } of answered) done();
      } catch (thrown) {
        failures.inc();
        for (const { failed } of answered) failed(notOut(thrown));
        throw thrown;
      }
      return waiting.length > 0 ? 0 : POLL_MS;
    },
  });

  return {
    wake: () => {
      if (holdsLead()) loop.wake();
      else follower.wake();
    },
    flush: () =>
      stopped
        ? Promise.reject(notOut(undefined))
        : new Promise((done, failed) => {
            waiting.push({ done, failed });
            loop.wake();
          }),
    async stop() {
      await loop.stop();
      stopped = true;
      await deaf?.();
      await lead?.release();
      for (const { failed } of waiting.splice(0)) failed(notOut(undefined));
    },
  };
}

async function takeOut(rows: readonly OutboxRow[], deps: RelayDependencies): Promise<void> {
  const { database, log, queue, clock, onWork } = deps;
  const toLog = rows.filter(({ destination }) => destination === 'log');
  const toQueue = rows.filter(({ destination }) => destination === 'queue');
  killPoint('after-commit-before-relay');
  if (toLog.length > 0) await log.publish(recordsOf(toLog));
  if (toQueue.length > 0) {
    const now = Date.parse(clock.now());
    await queue.send(toQueue.map((row) => messageOf(row, now)));
    onWork();
  }
  killPoint('after-queue-before-delete');
  await deleteOutbox(
    database,
    rows.map(({ id }) => id),
  );
}

/**
 * Records with what makes the store again from them: which store transaction they are of and how many it has on state topics, their place in the
 * order of all changes, and the round that took them out, before which everything had reached the log whole.
 */
function recordsOf(rows: readonly OutboxRow[]): LogRecord[] {
  const counts = new Map<string, number>();
  // What is not kept for ever cannot be counted later.
  for (const { transactionId, topic } of rows)
    if (TOPICS[topic].retentionDays === null)
      counts.set(transactionId, (counts.get(transactionId) ?? 0) + 1);
  return rows.map(({ id, topic, partition, key, value, transactionId, round }) => ({
    topic,
    partition,
    key,
    value: value === null ? null : new TextEncoder().encode(value),
    headers: {
      ce_type: topic,
      transaction: transactionId,
      transaction_rows: String(counts.get(transactionId) ?? 0),
      sequence: String(id),
      round: String(round),
    },
  }));
}

function messageOf(
  { value, notBefore }: OutboxRow,
  now: number,
): { body: string; delaySeconds: number } {
  const delay = notBefore === null ? 0 : Math.ceil((Date.parse(notBefore) - now) / 1000);
  return { body: value ?? '', delaySeconds: Math.max(0, delay) };
}

function notOut(cause: unknown): RedressError {
  return new RedressError(
    'REDRESS_NOT_IN_LOG_YET',
    'It is done and kept, but the event log does not take it yet. It goes out as soon as the log answers.',
    { retryable: true, cause },
  );
}
