import type { EventData, EventType } from '../event-schemas.ts';

/** Members that a first look at a topic prints. */
const SHOWN: { readonly [Type in EventType]: readonly (keyof EventData<Type> & string)[] } = {
  'feedback.received.v1': ['channel', 'source', 'occurredAt'],
  'feedback.scored.v1': ['channel', 'understanding'],
  'feedback.decided.v1': ['outcome', 'reason', 'taskId'],
  'alerts.v1': ['type', 'owner', 'severity', 'reason'],
  'tasks.v1': ['state', 'severity', 'owner', 'nextClockAt'],
  'task-activity.v1': ['taskId', 'lines'],
  'customers.v1': ['accountId', 'mergedInto', 'version'],
  'owners.v1': ['id', 'teams', 'absentUntil'],
  'deliveries.v1': ['kind', 'recipient', 'state', 'attempts'],
  'contacts.v1': ['customerId', 'kind', 'at'],
  'policies.v1': ['version', 'thresholds'],
  'settings.v1': ['kind', 'name', 'version'],
  'dead-letters.v1': ['group', 'reason', 'at', 'replayedAt'],
};

/** A whole program on kafkajs that reads a topic from its beginning; one a topic, run by a test. */
export function consumeExample(type: EventType): string {
  const members = SHOWN[type].join(', ');
  return `import { Kafka, logLevel } from 'kafkajs';

const kafka = new Kafka({
  clientId: 'example',
  brokers: process.env.KAFKA_BROKERS.split(','),
  logLevel: logLevel.WARN,
});
const consumer = kafka.consumer({ groupId: 'example.${type}' });
await consumer.connect();
await consumer.subscribe({ topics: ['redress.${type}'], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const key = message.key.toString();
    if (message.value === null) return console.log(key, 'was erased');
    const { data } = JSON.parse(message.value.toString());
    const { ${members} } = data;
    console.log(key, { ${members} });
  },
});
`;
}

/** The same with what comes with Kafka and with Redress: a line for a shell each. */
export function consumeLines(type: EventType): {
  readonly kafka: string;
  readonly redress: string;
} {
  return {
    kafka: `kafka-console-consumer.sh --bootstrap-server "$KAFKA_BROKERS" --topic redress.${type} --from-beginning --property print.key=true`,
    redress: `npm run --silent redress -- tail ${type} --from-start --no-follow`,
  };
}
