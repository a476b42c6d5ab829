import type { FeedbackReceived, Policy, Understanding } from '@redress/contracts';
import type { ConsumeOptions, Consumer, EventLog } from '@redress/event-log';
import type { LanguageModel } from '@redress/language/model';
import type { Clock, Logger, Metrics } from '@redress/runtime';
import { followListening } from './follow-listening.ts';
import { createFeedbackReceivedHandler } from './handlers/feedback-received.ts';
import type { UnderstandingThreads } from './open-threads.ts';
import { TOPOLOGY } from './topology.ts';
import { understandFeedback } from './understand-feedback.ts';

export interface ScorerDependencies {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** What to listen for, where the process knows its policy. Absent: the policy in force, from its topic. */
  readonly policy?: Policy;
  /** What was said; the language package's lexicons unless another is given. */
  readonly understand?: (received: FeedbackReceived) => Understanding;
  /** What reads; the model that ships unless another is given. */
  readonly model?: LanguageModel;
  /** Where texts are understood; the main thread unless they are given. */
  readonly threads?: UnderstandingThreads;
  /** Told when the consumer ended by itself and does not go on. */
  readonly onStopped?: (reason: string) => void;
}

const MAX_BATCH = 100;

/** Starts understanding what is received. Stateless: any number of scorers may run, and the log keeps how far they are. */
export async function startScorer(deps: ScorerDependencies): Promise<Consumer> {
  const { log, policy } = deps;
  const following = policy === undefined ? await followListening(deps) : null;
  const handle = createFeedbackReceivedHandler({
    understand: (received) => {
      const listening = policy ?? following?.current();
      return deps.threads === undefined
        ? understandFeedback(received, listening, deps.model)
        : deps.threads.understand(received, listening);
    },
    ...deps,
  });
  let consumer: Consumer;
  try {
    consumer = await log.consume({
      group: TOPOLOGY.group,
      topics: TOPOLOGY.consumes,
      maxBatch: MAX_BATCH,
      ...(deps.onStopped === undefined ? {} : { onStopped: deps.onStopped }),
      handle: measured(handle, deps),
      probe: async () => {
        await log.ping();
        return true;
      },
    });
  } catch (thrown) {
    await following?.stop();
    throw thrown;
  }
  return {
    state: () => consumer.state(),
    pause: () => {
      consumer.pause();
    },
    resume: () => {
      consumer.resume();
    },
    async stop() {
      await consumer.stop();
      await following?.stop();
    },
  };
}

/** Rate, errors and duration of the stage, and how far it is behind. */
function measured(
  handle: ConsumeOptions['handle'],
  deps: ScorerDependencies,
): ConsumeOptions['handle'] {
  const { log, clock, metrics } = deps;
  const handled = metrics.counter(
    'redress_scorer_records_total',
    'Feedback read by the scorer, by outcome.',
    ['outcome'],
  );
  const duration = metrics.histogram(
    'redress_scorer_batch_seconds',
    'Time a batch takes to be understood and published.',
  );
  metrics.gauge(
    'redress_scorer_lag',
    'Feedback the scorer has not read yet, by partition.',
    ['partition'],
    async (gauge) => {
      for (const { partition, lag } of await log.lag(TOPOLOGY.group, TOPOLOGY.consumes)) {
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
