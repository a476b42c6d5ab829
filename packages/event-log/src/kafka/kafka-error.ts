import { RedressError, isRedressError } from '@redress/runtime';

/** Deepest chain of causes that is looked at. */
const MOST_CAUSES = 6;

const TOO_LARGE = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'];
const UNKNOWN_TOPIC = ['UNKNOWN_TOPIC_OR_PARTITION', 'INVALID_TOPIC_EXCEPTION'];
const REFUSED = [
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
  'UNSUPPORTED_SASL_MECHANISM',
  'KafkaJSSASLAuthenticationError',
];

/** Names of what went wrong, outermost first: Kafka's code (`NOT_LEADER_FOR_PARTITION`) or kafkajs's name (`KafkaJSConnectionError`). */
export function faultsOf(thrown: unknown): readonly string[] {
  const faults: string[] = [];
  for (
    let error = thrown, depth = 0;
    error instanceof Error && depth < MOST_CAUSES;
    error = error.cause, depth += 1
  ) {
    faults.push('type' in error && typeof error.type === 'string' ? error.type : error.name);
  }
  return faults;
}

/** Whether Kafka said no to who we are. */
export function isRefusal(thrown: unknown): boolean {
  return faultsOf(thrown).some((fault) => REFUSED.includes(fault));
}

/** Whether a broker found a record, or a batch, too large. */
export function isTooLarge(thrown: unknown): boolean {
  return faultsOf(thrown).some((fault) => TOO_LARGE.includes(fault));
}

/** Whether records are compressed in a way that cannot be read here. */
export function isUnknownCodec(thrown: unknown): boolean {
  return faultsOf(thrown).includes('KafkaJSNotImplemented');
}

/** The sentence for such records. */
export const UNKNOWN_CODEC =
  'a topic holds records compressed with snappy, lz4 or zstd, which are not read here: let their producer use gzip or no compression, and set compression.type of the topic to gzip, so that the broker makes it so';

/** What kafkajs threw, as an error of ours; `doing` completes "Kafka did not answer while …". */
export function asLogError(thrown: unknown, doing: string): RedressError {
  if (isRedressError(thrown)) return thrown;
  const faults = faultsOf(thrown);
  const fault = faults.at(-1) ?? 'unknown';
  if (isTooLarge(thrown)) return recordTooLarge(thrown);
  if (isUnknownCodec(thrown)) {
    return new RedressError(
      'REDRESS_LOG_CODEC_UNKNOWN',
      `Kafka's records could not be read: ${UNKNOWN_CODEC}.`,
      { cause: thrown },
    );
  }
  if (isRefusal(thrown)) {
    return new RedressError(
      'REDRESS_LOG_REFUSED',
      `Kafka refused us while ${doing} (${fault}); check KAFKA_SASL_MECHANISM, KAFKA_USERNAME, KAFKA_PASSWORD and what this user may do.`,
      // Permissions are given from outside, as a broker is started: it is not the record's fault.
      { retryable: true, cause: thrown },
    );
  }
  if (faults.some((name) => UNKNOWN_TOPIC.includes(name))) return topicsMissing(doing, thrown);
  return new RedressError(
    'REDRESS_LOG_UNAVAILABLE',
    `Kafka did not answer while ${doing} (${fault}); check KAFKA_BROKERS and that the brokers run.`,
    { retryable: true, cause: thrown },
  );
}

/** For a topic that is not there. */
export function topicsMissing(doing: string, cause?: unknown): RedressError {
  return new RedressError(
    'REDRESS_TOPICS_MISSING',
    `Kafka does not have every topic that is needed while ${doing}; run \`redress topics apply\`, and check KAFKA_TOPIC_PREFIX.`,
    { cause },
  );
}

/** For a record that no broker will take. */
export function recordTooLarge(cause?: unknown): RedressError {
  return new RedressError(
    'REDRESS_LOG_RECORD_TOO_LARGE',
    'A record is larger than Kafka takes; shorten it, or raise max.message.bytes of its topic with `redress topics apply`.',
    { cause },
  );
}
