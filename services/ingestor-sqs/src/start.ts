import type { ConsumerState, EventLog } from '@redress/event-log';
import { createIngestor } from '@redress/intake';
import { backoffDelay } from '@redress/runtime';
import type { Clock, Logger, Metrics, Running } from '@redress/runtime';
import { holdMessages } from '@redress/work-queue';
import type { QueueMessage, WorkQueue } from '@redress/work-queue';
import { createFeedbackMessageHandler } from './handlers/feedback-message.ts';
import type { MessageOutcome } from './handlers/feedback-message.ts';
import { createLogGate } from './log-gate.ts';
import { settleMessages } from './settle-messages.ts';

export interface IngestorSqsDependencies {
  readonly log: EventLog;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Key of the partition's hash; the same for every ingestor. */
  readonly secret: string;
  /** Receives at the same time (4), of ten messages each. */
  readonly workers?: number;
  /** From 0 (inclusive) to 1 (exclusive), for waits between tries. */
  readonly random?: () => number;
}

/** The running ingestor. */
export interface IngestorSqs extends Running {
  /** For health: waiting while the log or the queue does not answer. */
  state(): ConsumerState;
}

const WORKERS = 4;
const MESSAGES = 10;
/** After so long others get what a process had in hand that died; while it lives, its messages are held. */
const VISIBILITY_SECONDS = 60;
/** Where the queue can wait for a message, so that a stop waits no longer; otherwise it is asked every POLL_MS. */
const WAIT_SECONDS = 3;
const POLL_MS = 1_000;
/** Before a message is taken again that could not be: twice as long each time it was received. */
const BACKOFF = { initial: 2_000, max: 300_000 };

/** Starts taking feedback from a queue into the log, until stopped. Any number may run on a queue. */
export async function startIngestorSqs(deps: IngestorSqsDependencies): Promise<IngestorSqs> {
  const { log, queue, clock, metrics, workers = WORKERS, random = Math.random } = deps;
  const logger = deps.logger.child({ queue: queue.name });
  const stopping = new AbortController();
  const { signal } = stopping;
  const settled = metrics.counter(
    'redress_ingestor_messages_total',
    'Messages of the feedback queue by what became of them.',
    ['outcome'],
  );
  metrics.gauge(
    'redress_ingestor_queue_messages',
    'Messages of the feedback queue: to be taken, hidden (in hand or backed off), put aside by the queue itself.',
    ['state'],
    async (gauge) => {
      for (const [state, count] of Object.entries(await queue.depth())) gauge.set(count, { state });
    },
  );
  const ingestor = createIngestor({ ...deps, name: 'ingestor-sqs' });
  const handle = createFeedbackMessageHandler({ ...deps, ingestor, logger, queue: queue.name });
  const gate = createLogGate({ ping: () => log.ping(), clock, logger, random, signal });
  let queueAway: string | null = null;

  const apply = async (message: QueueMessage, outcome: MessageOutcome): Promise<void> => {
    settled.inc({ outcome: outcome.kind });
    const { id, receiveCount } = message;
    try {
      if (outcome.kind !== 'again') {
        await queue.delete(message);
        return;
      }
      const seconds = Math.ceil(backoffDelay(receiveCount, { ...BACKOFF, random }) / 1000);
      logger.warn({ message: id, receiveCount, seconds, reason: outcome.reason }, 'message left');
      await queue.changeVisibility(message, seconds);
    } catch (err) {
      // It comes again when its time is up, and is the same event then.
      logger.warn({ err, message: id }, 'message could not be taken off the queue');
    }
  };

  const takeSome = async (): Promise<boolean> => {
    const wait = { seconds: WAIT_SECONDS, signal };
    const messages = await queue.receive(MESSAGES, VISIBILITY_SECONDS, wait);
    queueAway = null;
    if (messages.length === 0) return false;
    const hold = holdMessages(messages, { queue, clock, logger, seconds: VISIBILITY_SECONDS });
    const outcomes = await settleMessages(messages, {
      handle,
      answers: () => gate.check(),
      logger,
      signal,
    });
    await hold.release();
    await Promise.all(
      messages.map((message, index) =>
        apply(message, outcomes[index] ?? { kind: 'again', reason: 'no outcome' }),
      ),
    );
    return true;
  };

  const work = async (): Promise<void> => {
    for (let failures = 0; ;) {
      await gate.passed();
      if (signal.aborted) return;
      const asked = Date.parse(clock.now());
      try {
        const took = await takeSome();
        failures = 0;
        const waited = Date.parse(clock.now()) - asked;
        if (!took && waited < POLL_MS) await clock.sleep(POLL_MS - waited, signal);
      } catch (err) {
        failures += 1;
        queueAway = 'the queue does not answer';
        logger.warn({ err, failures }, 'the queue does not answer');
        await clock.sleep(backoffDelay(failures, { random }), signal);
      }
    }
  };

  const working = Promise.all(Array.from({ length: workers }, work));
  return {
    state() {
      if (signal.aborted) return { state: 'stopped', reason: 'stopped' };
      const reason = gate.reason() ?? queueAway;
      return reason === null ? { state: 'running' } : { state: 'waiting', reason };
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
