/**
 * Fastify and a kafkajs producer, nothing else: `one` produces once a request, `collected` what came within 5 ms at once.
 *   node bare-server.mjs BROKERS TOPIC one|collected
 * Prints the port it listens on.
 */
import Fastify from 'fastify';
import { Kafka, logLevel } from 'kafkajs';

const COLLECT_MS = 5;
const [brokers, topic, mode] = process.argv.slice(2);
const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
const producer = kafka.producer({ allowAutoTopicCreation: false });
await producer.connect();

let waiting = [];
const flush = () => {
  const batch = waiting;
  waiting = [];
  producer.send({ topic, acks: -1, messages: batch.map(({ message }) => message) }).then(
    () => batch.forEach(({ resolve }) => resolve()),
    (error) => batch.forEach(({ reject }) => reject(error)),
  );
};
const collected = (message) =>
  new Promise((resolve, reject) => {
    if (waiting.length === 0) setTimeout(flush, COLLECT_MS);
    waiting.push({ message, resolve, reject });
  });
const one = (message) => producer.send({ topic, acks: -1, messages: [message] });
const publish = mode === 'collected' ? collected : one;

const app = Fastify();
app.post('/v1/feedback', async (request, reply) => {
  await publish({ value: JSON.stringify(request.body) });
  return reply.code(202).send({ ok: true });
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(app.server.address().port);
