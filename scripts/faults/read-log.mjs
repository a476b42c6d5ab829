import { Kafka, logLevel } from 'kafkajs';

const TASKS = 'tasks.v1';
const DELIVERIES = 'deliveries.v1';
const DECIDED = 'feedback.decided.v1';
/** A topic of a run is read within this. */
const LIMIT_MS = 60_000;

/** What the state topics say last of tasks, deliveries and feedback; read with the bare client, so that no code of the services vouches for itself. */
export async function readLog({ KAFKA_BROKERS, KAFKA_TOPIC_PREFIX }) {
  const kafka = new Kafka({ brokers: KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
  const log = { tasks: new Map(), deliveries: new Map(), decided: new Set() };
  const take = {
    [TASKS]: ({ id, version }) => log.tasks.set(id, version),
    [DELIVERIES]: ({ id, version }) => log.deliveries.set(id, version),
    [DECIDED]: ({ feedbackId }) => log.decided.add(feedbackId),
  };
  const topics = Object.keys(take).map((name) => `${KAFKA_TOPIC_PREFIX}${name}`);
  const left = await placesOf(kafka, topics);
  if (left.size === 0) return log;
  const consumer = kafka.consumer({ groupId: `${KAFKA_TOPIC_PREFIX}ledger` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`not read within ${LIMIT_MS / 1000} s: ${[...left.keys()]}`)),
        LIMIT_MS,
      );
      const run = consumer.run({
        eachBatch: async ({ batch }) => {
          for (const { value } of batch.messages)
            if (value !== null)
              take[batch.topic.slice(KAFKA_TOPIC_PREFIX.length)](JSON.parse(value).data);
          const place = `${batch.topic}/${batch.partition}`;
          if (Number(batch.lastOffset()) + 1 >= (left.get(place) ?? 0)) left.delete(place);
          if (left.size > 0) return;
          clearTimeout(late);
          resolve();
        },
      });
      run.catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return log;
}

/** Offset after the last record, by topic and partition; those without a record left out. */
async function placesOf(kafka, topics) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const places = new Map();
    for (const topic of topics)
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        if (Number(high) > 0) places.set(`${topic}/${partition}`, Number(high));
    return places;
  } finally {
    await admin.disconnect();
  }
}
