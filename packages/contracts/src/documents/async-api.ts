import { z } from 'zod';
import { cloudEvent } from '../codec.ts';
import type { EventType } from '../event-schemas.ts';
import { TOPICS, type Topic, type TopicName } from '../topics.ts';
import { jsonSchemaOf, schemaOf } from './json-schema.ts';
import { isProduced } from './is-produced.ts';

const DAY_MS = 86_400_000;

/** The topics as an AsyncAPI 3 document; `exampleOf` gives one event of each type. */
export function asyncApiOf(exampleOf: (type: EventType) => unknown): object {
  const topics = Object.values<Topic & { readonly name: TopicName }>(TOPICS);
  const produced = topics.filter(({ name }) => isProduced(name));
  const types = produced.map(({ name }) => name).filter(isProduced);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Redress',
      version: '1.0.0',
      description:
        'Every topic of Redress. Values are CloudEvents 1.0 in structured JSON; a null value is a tombstone: what had this key was erased. Within a version members are only added, so read what you know and pass on the rest. Generated from the contracts.',
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      kafka: {
        host: '{broker}',
        protocol: 'kafka',
        description: 'The brokers in KAFKA_BROKERS. The embedded log has the same topics.',
        variables: { broker: { default: 'localhost:9092' } },
      },
    },
    channels: Object.fromEntries(produced.map((topic) => [topic.name, channelOf(topic)])),
    operations: Object.fromEntries(produced.flatMap(operationsOf)),
    components: {
      messages: Object.fromEntries(types.map((type) => [type, messageOf(type, exampleOf(type))])),
      schemas: Object.fromEntries(types.map((type) => [type, schemaOf(type)])),
    },
  };
}

function channelOf({ name, what, compacted, retentionDays, partitions }: Topic): object {
  const policies = [
    ...(compacted ? ['compact'] : []),
    ...(retentionDays === null ? [] : ['delete']),
  ];
  return {
    address: `redress.${name}`,
    title: name,
    description: `${what}. The prefix is KAFKA_TOPIC_PREFIX.`,
    messages: { event: { $ref: `#/components/messages/${name}` } },
    bindings: {
      kafka: {
        topic: `redress.${name}`,
        partitions,
        topicConfiguration: {
          'cleanup.policy': policies,
          'retention.ms': retentionDays === null ? -1 : retentionDays * DAY_MS,
        },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function operationsOf({ name, producers, consumers }: Topic): (readonly [string, object])[] {
  const channel = { $ref: `#/channels/${name}` };
  return [
    ...producers.map(
      (service) => [`${service}.sends.${name}`, { action: 'send', channel }] as const,
    ),
    ...consumers.map(
      (service) => [`${service}.receives.${name}`, { action: 'receive', channel }] as const,
    ),
  ];
}

function messageOf(type: EventType, example: unknown): object {
  const { key, what } = TOPICS[type];
  const { data: _, ...envelope } = jsonSchemaOf(cloudEvent).properties ?? {};
  return {
    name: type,
    title: type,
    summary: what,
    headers: {
      type: 'object',
      properties: {
        ce_type: { type: 'string', const: type },
        ce_id: { type: 'string' },
        traceparent: { type: 'string' },
      },
    },
    payload: {
      type: 'object',
      required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
      properties: {
        ...envelope,
        type: jsonSchemaOf(z.literal(type)),
        data: { $ref: `#/components/schemas/${type}` },
      },
    },
    bindings: { kafka: { key: { type: 'string', description: key }, bindingVersion: '0.5.0' } },
    examples: [{ name: type, payload: example }],
  };
}
