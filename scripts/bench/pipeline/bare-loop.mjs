/**
 * The limit: consume → JSON.parse → produce with kafkajs and nothing else, whole batches at once, gzip off, acknowledged by the broker.
 *   node bare-loop.mjs BROKERS FROM TO
 */
import { Kafka, logLevel } from 'kafkajs';

const [brokers, from, to] = process.argv.slice(2);
const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
const producer = kafka.producer({ allowAutoTopicCreation: false });
const consumer = kafka.consumer({ groupId: `bare-${from}`, allowAutoTopicCreation: false });
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topic: from, fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 4,
  eachBatch: async ({ batch }) => {
    const messages = batch.messages.map(({ key, value }) => {
      const event = JSON.parse(value.toString());
      return { key, partition: batch.partition, value: JSON.stringify(event) };
    });
    await producer.send({ topic: to, acks: -1, messages });
  },
});
