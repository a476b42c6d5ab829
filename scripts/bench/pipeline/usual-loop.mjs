/**
 * The loop most teams write: eachMessage, the `sentiment` package, one INSERT a message, one mail for each that is negative.
 *   node usual-loop.mjs BROKERS FROM DATABASE_URL SMTP_URL
 */
import { Kafka, logLevel } from 'kafkajs';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import Sentiment from 'sentiment';

const [brokers, from, databaseUrl, smtpUrl] = process.argv.slice(2);
const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
const consumer = kafka.consumer({ groupId: `usual-${from}`, allowAutoTopicCreation: false });
const pool = new pg.Pool({ connectionString: databaseUrl });
const { hostname: host, port } = new URL(smtpUrl);
const mail = createTransport({
  host,
  port: Number(port),
  pool: true,
  tls: { rejectUnauthorized: false },
});
const sentiment = new Sentiment();
await pool.query(
  'CREATE TABLE IF NOT EXISTS usual_feedback (id text PRIMARY KEY, body jsonb, score int)',
);
await consumer.connect();
await consumer.subscribe({ topic: from, fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 4,
  eachMessage: async ({ message }) => {
    const event = JSON.parse(message.value.toString());
    const { score } = sentiment.analyze(event.data.text ?? '');
    await pool.query('INSERT INTO usual_feedback VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      event.id,
      event.data,
      score,
    ]);
    if (event.data.score.value <= 6)
      await mail.sendMail({
        from: 'bench@example.com',
        to: 'owner@example.com',
        subject: 'A detractor',
        text: event.data.text,
      });
  },
});
