import { TOPICS, encodeEvent } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import type { Clock, FieldProblem, Metrics } from '@redress/runtime';
import { acceptFeedback } from './accept-feedback.ts';
import type { Accepted, IntakeContext } from './accept-feedback.ts';
import { createPublishCollector } from './publish-collector.ts';

export type IngestResult =
  | {
      readonly ok: true;
      readonly feedbackId: string;
      readonly eventId: string;
      readonly partition: number;
      readonly offset: number;
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** The one way in, whoever brings the feedback. */
export interface Ingestor {
  /**
   * One result for each input, in order; resolves when all accepted ones are durable in the log.
   * Throws a retryable RedressError where the log is away: then it is not known to have kept anything, and sending again does no harm.
   */
  take(inputs: readonly unknown[], context?: IntakeContext): Promise<readonly IngestResult[]>;
}

export interface IngestorDependencies {
  /** Which ingestor it is, e.g. `ingestor-http`; its events name it as their source. */
  readonly name: string;
  readonly log: EventLog;
  readonly clock: Clock;
  /** Key of the partition's hash; kept in the store, so that a person stays in a partition. */
  readonly secret: string;
  readonly metrics?: Metrics;
}

const TOPIC = TOPICS['feedback.received.v1'].name;

/** Checks, cleans, names and publishes feedback. */
export function createIngestor({
  name,
  log,
  clock,
  secret,
  metrics,
}: IngestorDependencies): Ingestor {
  const publish = createPublishCollector(log);
  const taken = metrics?.counter(
    'redress_ingestor_feedback_total',
    'Feedback by what became of it at the door.',
    ['outcome'],
  );
  const duration = metrics?.histogram(
    'redress_ingestor_take_seconds',
    'From the call to the log having it.',
  );

  return {
    async take(inputs, context = {}) {
      const now = clock.now();
      const settings = { now, secret, partitions: log.partitions(TOPIC) };
      const accepted = inputs.map((input) => acceptFeedback(input, context, settings));
      const stored = accepted.filter((one) => one.ok);
      const written = await publish(stored.map((one) => recordOf(one, `redress/${name}`, now)));
      taken?.inc({ outcome: 'accepted' }, stored.length);
      taken?.inc({ outcome: 'refused' }, accepted.length - stored.length);
      duration?.observe((Date.parse(clock.now()) - Date.parse(now)) / 1000);
      let next = 0;
      return accepted.map((one) => {
        if (!one.ok) return one;
        const offset = written[next]?.offset ?? -1;
        next += 1;
        const { feedbackId, partition } = one.received;
        return { ok: true, feedbackId, eventId: one.eventId, partition, offset };
      });
    },
  };
}

function recordOf(
  { eventId, received }: Extract<Accepted, { ok: true }>,
  source: string,
  time: string,
) {
  return {
    topic: TOPIC,
    partition: received.partition,
    key: eventId,
    value: encodeEvent({ id: eventId, type: TOPIC, source, time, data: received }),
    headers: { ce_type: TOPIC, ce_id: eventId },
  };
}
