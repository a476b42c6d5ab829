import type { Policy } from '@redress/contracts';
import { uuidV5 } from '@redress/contracts';
import type { Effect } from '@redress/domain';
import { positionKey } from '@redress/event-log';
import type { ConsumeOptions, ConsumerState, EventLog } from '@redress/event-log';
import { announce } from '@redress/hot-state';
import type { HotState } from '@redress/hot-state';
import type { MailLinks, MailSender } from '@redress/mail';
import type { Clock, Logger, Metrics, Running } from '@redress/runtime';
import { loadPositions, savePositions } from '@redress/store';
import type { Database } from '@redress/store';
import type { WorkQueue } from '@redress/work-queue';
import { startClocks } from './clocks.ts';
import { startCourier } from './courier/start-courier.ts';
import { createDeliverySender } from './courier/send-delivery.ts';
import { createFeedbackScoredHandler } from './handlers/feedback-scored.ts';
import { keepDeadLetters } from './keep-dead-letters.ts';
import { newsOf } from './news-of.ts';
import { startOpsWatch } from './ops-watch/start-ops-watch.ts';
import { startRelay } from './relay.ts';
import type { Relay } from './relay.ts';
import { TOPOLOGY } from './topology.ts';

export interface NotifierDependencies {
  readonly log: EventLog;
  readonly database: Database;
  readonly queue: WorkQueue;
  /** Where pages hear that something changed. */
  readonly hotState: Pick<HotState, 'publish'>;
  /** For everything that is no sample. */
  readonly mailSender: MailSender;
  /** Always the outbox: a sample is never mailed. */
  readonly sampleSender: MailSender;
  /** The only notifier on this store and queue (embedded); see the courier. */
  readonly alone: boolean;
  /** Null where the server has no public address; mails then carry no links and say why. */
  readonly links: MailLinks | null;
  /** Before a mail that could not go for a while is tried again, the first time (a minute); later waits are multiples. */
  readonly retryAfterMs?: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly policy: Policy;
  /** Consumers of others in the same process, for the watch over Redress itself. */
  readonly watched?: () => Readonly<Record<string, ConsumerState>>;
  /** Told when a consumer ended by itself and does not go on. */
  readonly onStopped?: (reason: string) => void;
}

/** The running notifier; its relay takes out what others commit to the same store too. */
export interface Notifier extends Running {
  readonly relay: Pick<Relay, 'flush' | 'wake'>;
  /** State of its consumer, for health. */
  state(): ReturnType<Awaited<ReturnType<EventLog['consume']>>['state']>;
  /** How many are mailed about trouble with Redress itself, by the policy in force. */
  readonly operators: () => number;
}

const MAX_BATCH = 100;

/** Starts deciding about scored feedback, firing clocks, taking out what was committed, sending, and keeping dead letters. */
export async function startNotifier(deps: NotifierDependencies): Promise<Notifier> {
  const { log, database, hotState, metrics } = deps;
  const nameId = (name: string): string => uuidV5(name);
  const relay = startRelay({ ...deps, onWork: () => courier.wake() });
  const told = <T>(take: () => T): T => {
    announce(hotState, { deliveries: 1 });
    return take();
  };
  const courier = startCourier({
    ...deps,
    nameId,
    // The courier wakes or flushes after each commit of a delivery.
    relay: { wake: () => told(relay.wake), flush: () => told(relay.flush) },
    send: createDeliverySender(deps),
  });
  const clocks = startClocks({
    ...deps,
    nameId,
    onCommit(effects) {
      announce(hotState, newsOf(effects));
      relay.wake();
    },
  });
  const decided = metrics.counter('redress_feedback_decided_total', 'Feedback by how it ended.', [
    'outcome',
  ]);
  const onCommit = (effects: readonly Effect[]): void => {
    announce(hotState, newsOf(effects));
    relay.wake();
    for (const { type, outcome } of effects) {
      if (type === 'feedback.decided') decided.inc({ outcome: outcome ?? 'unknown' });
    }
  };
  const consumer = await log.consume({
    group: TOPOLOGY.group,
    topics: TOPOLOGY.consumes,
    maxBatch: MAX_BATCH,
    handle: measured(createFeedbackScoredHandler({ ...deps, nameId, onCommit }), deps),
    ...(deps.onStopped === undefined ? {} : { onStopped: deps.onStopped }),
    loadPositions: () => loadPositions(database, TOPOLOGY.group),
    savePosition: (topic, partition, next) =>
      savePositions(database, TOPOLOGY.group, new Map([[positionKey(topic, partition), next]])),
    probe: async () => {
      await database.query('SELECT 1');
      return true;
    },
  });
  const deadLetters = await keepDeadLetters(deps);
  const watch = startOpsWatch({
    ...deps,
    consumers: () => ({
      ...deps.watched?.(),
      notifier: consumer.state(),
      'dead letters': deadLetters.state(),
    }),
  });
  return {
    relay,
    state: () => consumer.state(),
    operators: () => deps.policy.ops.addresses.length,
    async stop() {
      // Intake first, the relay last: what the others commit while they end still goes out.
      await Promise.all([watch.stop(), consumer.stop(), deadLetters.stop()]);
      await Promise.all([clocks.stop(), courier.stop()]);
      await relay.stop();
    },
  };
}

/** Rate, errors and duration of the stage, and how far it is behind. */
function measured(
  handle: ConsumeOptions['handle'],
  deps: NotifierDependencies,
): ConsumeOptions['handle'] {
  const { log, database, clock, metrics } = deps;
  const handled = metrics.counter(
    'redress_notifier_records_total',
    'Scored feedback read by the notifier, by outcome.',
    ['outcome'],
  );
  const duration = metrics.histogram(
    'redress_notifier_batch_seconds',
    'Time a batch takes to be decided and committed.',
  );
  metrics.gauge(
    'redress_notifier_lag',
    'Scored feedback the notifier has not read yet, by partition.',
    ['partition'],
    async (gauge) => {
      const positions = await loadPositions(database, TOPOLOGY.group);
      for (const { partition, lag } of await log.lag(
        TOPOLOGY.group,
        TOPOLOGY.consumes,
        positions,
      )) {
        gauge.set(lag, { partition: String(partition) });
      }
    },
  );
  return async (records, context) => {
    const start = Date.parse(clock.now());
    try {
      const outcomes = await handle(records, context);
      for (const { kind } of outcomes) handled.inc({ outcome: kind });
      return outcomes;
    } catch (thrown) {
      handled.inc({ outcome: 'retry' }, records.length);
      throw thrown;
    } finally {
      duration.observe((Date.parse(clock.now()) - start) / 1000);
    }
  };
}
