import { isRedressError } from '@redress/runtime';
import { UNKNOWN_CODEC, faultsOf, isRefusal, isUnknownCodec } from './kafka-error.ts';

/** Failures of no known kind, one after the other without joining the group, after which it is given up. */
const MOST_STRANGE = 5;

/** Faults that are over when the brokers are back. */
const AWAY = [
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSLockTimeout',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSTopicMetadataNotLoaded',
  'KafkaJSGroupCoordinatorNotFound',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'REBALANCE_IN_PROGRESS',
  'UNKNOWN_MEMBER_ID',
  'ILLEGAL_GENERATION',
  'REQUEST_TIMED_OUT',
];

/** Faults of the settings, with what to do. */
const SETTINGS: Readonly<Record<string, string>> = {
  INVALID_SESSION_TIMEOUT:
    'KAFKA_SESSION_TIMEOUT_MS lies outside of what the brokers allow (group.min.session.timeout.ms to group.max.session.timeout.ms)',
  INCONSISTENT_GROUP_PROTOCOL:
    'another program is in the group and shares partitions in another way: give it a group of its own',
};

/** What becomes of a consumer whose kafkajs broke. */
export type Verdict =
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'stop'; readonly sentence: string };

/**
 * Decides whether a consumer begins again: for ever while brokers are away, never where its user or settings are refused or records cannot be read,
 * and a few times for what is not known (kafkajs throws TypeErrors of its own in some rebalances).
 */
export function createRestartRule(): { judge(broken: unknown, joined: boolean): Verdict } {
  let strange = 0;
  return {
    judge(broken, joined) {
      const faults = faultsOf(broken);
      const fault = faults.at(-1) ?? 'unknown';
      if (isUnknownCodec(broken)) return { kind: 'stop', sentence: UNKNOWN_CODEC };
      if (isRefusal(broken)) {
        return {
          kind: 'stop',
          sentence: `Kafka refuses the consumer (${fault}): check the login and what this user may read`,
        };
      }
      for (const name of faults) {
        const sentence = SETTINGS[name];
        if (sentence !== undefined) return { kind: 'stop', sentence };
      }
      if (isRedressError(broken) && broken.retryable) {
        strange = 0;
        return { kind: 'again', reason: `Kafka is away (${broken.code})` };
      }
      if (faults.some((name) => AWAY.includes(name))) {
        strange = 0;
        return { kind: 'again', reason: `Kafka is away (${fault})` };
      }
      strange = joined ? 1 : strange + 1;
      return strange > MOST_STRANGE
        ? { kind: 'stop', sentence: `the Kafka client fails again and again (${fault})` }
        : { kind: 'again', reason: `the Kafka client failed (${fault})` };
    },
  };
}
