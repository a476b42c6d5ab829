import { TOPICS, encodeEvent, partitionOfKey, uuidV5 } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import type { Stamp } from '../stamp.ts';
import type { NewOutboxRow } from './outbox-row.ts';

/** A state topic's record: the whole row after its change. `version` tells one change of an entity from the next, so a record sent twice has one id. */
export function logRow(
  topic: TopicName,
  entity: { readonly key: string; readonly version: string | number; readonly data: unknown },
  stamp: Stamp,
): NewOutboxRow {
  const bytes = encodeEvent({
    id: uuidV5(`${topic}:${entity.key}:${String(entity.version)}`),
    type: topic,
    source: 'notifier',
    time: stamp.at,
    transaction: stamp.transactionId,
    ...(stamp.policyVersion === undefined ? {} : { policy: stamp.policyVersion }),
    data: entity.data,
  });
  return { ...tombstoneRow(topic, entity.key), value: new TextDecoder().decode(bytes) };
}

/** What takes an entity out of its topic. Feedback's own topics are not partitioned by key: pass the partition they went to. */
export function tombstoneRow(
  topic: TopicName,
  key: string,
  partition = partitionOfKey(key, TOPICS[topic].partitions),
): NewOutboxRow {
  return { destination: 'log', topic, partition, key, value: null, notBefore: null };
}
