import { Kafka, Partitioners, logLevel } from 'kafkajs';
import { TOPICS } from '../../../packages/contracts/dist/index.js';
import { sleep } from './child.mjs';

/** Topics for one run, filled and counted. */
export async function openTopics(brokers) {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await Promise.all([admin.connect(), producer.connect()]);
  return {
    /** Every topic of Redress under a prefix, four partitions each, nothing cleaned while it is measured. */
    async make(prefix) {
      const names = Object.keys(TOPICS).map((topic) => `${prefix}${topic}`);
      await admin.createTopics({
        waitForLeaders: true,
        topics: names.map((topic) => ({ topic, numPartitions: 4, replicationFactor: 1 })),
      });
      // Made is not known everywhere at once.
      for (let tries = 0; ; tries += 1) {
        try {
          for (const topic of names) await admin.fetchTopicOffsets(topic);
          return;
        } catch (error) {
          if (tries === 50) throw error;
          await sleep(100);
        }
      }
    },
    async fill(topic, records) {
      let batch = [];
      for (const record of records) {
        batch.push(record);
        if (batch.length < 500) continue;
        await producer.send({ topic, acks: -1, messages: batch });
        batch = [];
      }
      if (batch.length > 0) await producer.send({ topic, acks: -1, messages: batch });
    },
    /** How many records a topic has taken. */
    async count(topic) {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets.reduce((sum, { high }) => sum + Number(high), 0);
    },
    async close() {
      await Promise.all([admin.disconnect(), producer.disconnect()]);
    },
  };
}
