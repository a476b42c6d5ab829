import { backoffDelay, killPoint } from '@redress/runtime';
import type { Clock, Logger, Metrics } from '@redress/runtime';
import type { Policy } from '@redress/contracts';
import type { SendOutcome } from '@redress/mail';
import type { Database } from '@redress/store';
import { holdMessages } from '@redress/work-queue';
import type { Hold, QueueMessage, WorkQueue } from '@redress/work-queue';
import type { Relay } from '../relay.ts';
import { startLoop } from '../start-loop.ts';
import type { Loop } from '../start-loop.ts';
import type { DeliveryMaterial } from './compose-delivery.ts';
import { keepLease } from './keep-lease.ts';
import { recoverDeliveries } from './recover-deliveries.ts';
import { recordDelivery } from './record-delivery.ts';
import type { Recorded } from './record-delivery.ts';
import { startDelivery } from './start-delivery.ts';
import { untilWritten } from './until-written.ts';

export interface CourierDependencies {
  readonly database: Database;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly policy: Policy;
  readonly nameId: (name: string) => string;
  /** No other courier works on this queue: what was in hand when the process stopped is taken up at once, not when its message comes again. */
  readonly alone: boolean;
  readonly relay: Pick<Relay, 'wake' | 'flush'>;
  /** Before a mail that could not go for a while is tried again, the first time (a minute). */
  readonly retryAfterMs?: number;
  /** From 0 (inclusive) to 1 (exclusive), for back-offs. */
  readonly random?: () => number;
  /** Composes a delivery from what is true now and sends it. */
  readonly send: (material: DeliveryMaterial, signal: AbortSignal) => Promise<SendOutcome>;
}

/** Messages in hand; the queue is asked for them in one go. */
const MESSAGES = 4;
/** After so long others get what a process had in hand that died; while it lives, its messages are held. */
const VISIBILITY_SECONDS = 30;
const SEND_LIMIT_MS = 60_000;
/** Where the queue can wait for a message, so that a stop waits no longer; otherwise it is asked every POLL_MS. */
const WAIT_SECONDS = 3;
const POLL_MS = 1_000;
/** Before a message is handled again that could not be: twice as long each time it was received. */
const BACKOFF = { initial: 10_000, max: 900_000 };
/** Mails sent and written down whose record the log has not taken yet; with more, no other is sent. */
const MOST_UNPUBLISHED = 4;
/** Queues delay a message by at most this; a later one is put on again. */
const LONGEST_DELAY_SECONDS = 900;

/**
 * Starts taking deliveries from the queue and sending them, one at a time: what dies between the server's 250 and our record of it sends
 * that mail again, under the same Message-ID, and with one in hand that is at most one mail a crash. More throughput comes from more processes.
 */
export function startCourier(deps: CourierDependencies): Loop {
  const { queue, clock, logger, metrics, random = Math.random } = deps;
  const ended = metrics.counter(
    'redress_courier_deliveries_total',
    'Deliveries whose turn it was, by what became of them.',
    ['outcome'],
  );
  const duration = metrics.histogram(
    'redress_courier_send_seconds',
    'From a delivery taken to its end written down.',
  );
  const undeliverable = metrics.counter(
    'redress_courier_undeliverable_total',
    'Messages refused for good, by what became of their tasks; nobody: no rung is left that reaches anybody else.',
    ['outcome'],
  );
  metrics.gauge(
    'redress_courier_queue_messages',
    'Messages of the delivery queue: to be taken, hidden (in hand or delayed), put aside.',
    ['state'],
    async (gauge) => {
      for (const [state, count] of Object.entries(await queue.depth())) gauge.set(count, { state });
    },
  );
  let recovered = !deps.alone;
  /** A message could not be handled, perhaps because the store is away: it is asked before others use up a receive on it. */
  let inDoubt = false;
  const finishing = new Set<Promise<void>>();

  const giveBack = async ({ message, hold }: InHand, seconds: number): Promise<void> => {
    await hold.release();
    await queue.changeVisibility(message, seconds).catch((err: unknown) => {
      logger.warn({ err, message: message.id }, 'queue message could not be given back');
    });
  };

  /** Answers whether it could be handled. Never throws. */
  const takeOne = async ({ message, hold }: InHand, signal: AbortSignal): Promise<boolean> => {
    const deliveryId = deliveryIdOf(message.body);
    if (deliveryId === null) {
      logger.error({ message: message.id }, 'queue message is not ours');
      await hold.release();
      await queue.delete(message).catch((err: unknown) => {
        logger.warn({ err, message: message.id }, 'queue message could not be taken off');
      });
      return true;
    }
    const start = Date.parse(clock.now());
    try {
      const { outcome, lost = [], publish } = await deliver(deliveryId, message, deps, signal);
      // Beside the next sending: the store is asked in turn, and a mail is not to wait for the turns of the one before.
      const finished = publish()
        .finally(() => hold.release())
        .then(() => queue.delete(message))
        .catch((err: unknown) => {
          logger.error({ err, deliveryId }, 'delivery message could not be taken off');
        })
        .finally(() => finishing.delete(finished));
      finishing.add(finished);
      ended.inc({ outcome });
      for (const kind of lost) undeliverable.inc({ outcome: kind });
      logger.info({ deliveryId, outcome }, 'delivery handled');
      if (lost.includes('nobody'))
        logger.error(
          { deliveryId },
          'message undeliverable, and nobody else is left on the ladder',
        );
      return true;
    } catch (err) {
      ended.inc({ outcome: 'error' });
      const { receiveCount } = message;
      const seconds = Math.ceil(backoffDelay(receiveCount, { ...BACKOFF, random }) / 1000);
      logger.error({ err, deliveryId, receiveCount, seconds }, 'delivery could not be handled');
      await giveBack({ message, hold }, seconds);
      return false;
    } finally {
      duration.observe((Date.parse(clock.now()) - start) / 1000);
    }
  };

  const loop = startLoop({
    ...deps,
    name: 'courier',
    step: async (signal) => {
      if (!recovered) {
        const count = await recoverDeliveries(deps.database, queue, clock.now());
        recovered = true;
        logger.info({ count }, 'deliveries taken up again');
      }
      if (inDoubt) await deps.database.query('SELECT 1');
      inDoubt = false;
      const asked = Date.parse(clock.now());
      const wait = { seconds: WAIT_SECONDS, signal };
      const messages = await queue.receive(MESSAGES, VISIBILITY_SECONDS, wait);
      const inHand = messages.map((message) => ({
        message,
        hold: holdMessages([message], { queue, clock, logger, seconds: VISIBILITY_SECONDS }),
      }));
      for (const one of inHand) {
        while (finishing.size >= MOST_UNPUBLISHED) await Promise.race(finishing);
        if (signal.aborted || inDoubt) await giveBack(one, 0);
        else inDoubt = !(await takeOne(one, signal));
      }
      const waited = Date.parse(clock.now()) - asked;
      return messages.length > 0 ? 0 : Math.max(0, POLL_MS - waited);
    },
  });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(finishing);
    },
  };
}

interface InHand {
  readonly message: QueueMessage;
  readonly hold: Hold;
}

/** How a delivery ended. A message that is not taken off then comes again and finds it settled. */
interface Delivered {
  readonly outcome: string;
  /** What became of the messages that are lost, where it failed for good. */
  readonly lost?: Recorded['undeliverable'];
  /** What has to be out before its message is taken off. */
  readonly publish: () => Promise<void>;
}

async function deliver(
  deliveryId: string,
  message: QueueMessage,
  deps: CourierDependencies,
  signal: AbortSignal,
): Promise<Delivered> {
  const { database, queue, clock, relay } = deps;
  const { policy, nameId, retryAfterMs } = deps;
  const settings = { policy, nameId, retryAfterMs };
  const start = await database.transaction((tx) =>
    startDelivery(tx, deliveryId, { ...settings, now: clock.now() }),
  );
  if (start.kind === 'later') {
    const seconds = Math.ceil((Date.parse(start.until) - Date.parse(clock.now())) / 1000);
    await queue.send([
      { body: message.body, delaySeconds: Math.min(Math.max(seconds, 1), LONGEST_DELAY_SECONDS) },
    ]);
    return { outcome: 'later', publish: () => Promise.resolve() };
  }
  if (start.kind === 'settled') {
    relay.wake();
    return { outcome: start.outcome, publish: () => Promise.resolve() };
  }
  // A store on this machine may be lost with it. What is made from the log then must know of every mail that may have gone out.
  if (deps.alone) await relay.flush();
  killPoint('after-start-before-smtp');
  const endLease = keepLease(deliveryId, deps);
  try {
    const result = await deps.send(start.material, AbortSignal.timeout(SEND_LIMIT_MS));
    killPoint('after-smtp-250');
    const { state, undeliverable } = await untilWritten(
      () =>
        database.transaction((tx) =>
          recordDelivery(tx, deliveryId, result, { ...settings, now: clock.now() }),
        ),
      { ...deps, signal },
    );
    killPoint('after-record-before-delete');
    return {
      outcome: state,
      lost: undeliverable,
      // A mail that went out is in the log before its message is taken off: a rebuild must not send it again.
      publish: relay.flush,
    };
  } finally {
    endLease();
  }
}

function deliveryIdOf(body: string): string | null {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' &&
      read !== null &&
      'deliveryId' in read &&
      typeof read.deliveryId === 'string'
      ? read.deliveryId
      : null;
  } catch {
    return null;
  }
}
