import pg from 'pg';
import { rateOf, startChild } from './child.mjs';
import { serviceEnvironment } from './environment.mjs';
import { receivedEvents } from './messages.mjs';

const RECEIVED = 'feedback.received.v1';

/** A database of its own on the server of the run: `{ url, count(sql), close() }`. */
async function openDatabase(environment, name) {
  const admin = new pg.Client({ connectionString: environment.DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(environment.DATABASE_URL);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  // Where the run is broken off, the server goes before this connection does.
  client.on('error', () => undefined);
  await client.connect();
  return {
    url: url.href,
    /** 0 while the table is not there yet. */
    async count(table) {
      try {
        const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${table}`);
        return rows[0].count;
      } catch {
        return 0;
      }
    },
    close: () => client.end(),
  };
}

/** (d) The loop most teams write, at 10 % detractors. */
export async function measureUsualLoop({ environment, topics, count, say }) {
  const total = count(8_000);
  const prefix = 'bench-d.';
  await topics.make(prefix);
  await topics.fill(
    `${prefix}${RECEIVED}`,
    receivedEvents({ count: total, detractors: 0.1, partitions: 4 }),
  );
  const database = await openDatabase(environment, 'bench_d');
  say(`d: ${total} messages through the usual loop`);
  const child = startChild('usual-loop.mjs', [
    environment.KAFKA_BROKERS,
    `${prefix}${RECEIVED}`,
    database.url,
    environment.SMTP_URL,
  ]);
  const rate = await rateOf(child, () => database.count('usual_feedback'), total);
  await child.stop();
  await database.close();
  return rate;
}

/** (c) Scorer (understanding stubbed) and notifier, each a process, to PostgreSQL: everything decided, tasks and mails queued. */
export async function measureDecisions({ environment, topics, count, say }) {
  const figures = {};
  for (const [name, detractors] of [
    ['decisionsAt1', 0.01],
    ['decisionsAt10', 0.1],
  ]) {
    const total = count(20_000);
    const prefix = `bench-c-${detractors * 100}.`;
    await topics.make(prefix);
    await topics.fill(
      `${prefix}${RECEIVED}`,
      receivedEvents({ count: total, detractors, partitions: 4 }),
    );
    const database = await openDatabase(environment, `bench_c_${detractors * 100}`);
    say(`c: ${total} messages at ${detractors * 100} % detractors through scorer and notifier`);
    const services = serviceEnvironment(environment, prefix, { DATABASE_URL: database.url });
    const notifier = startChild('../../../services/notifier/dist/main.js', [], {
      environment: services,
    });
    await notifier.saying(/is ready/u);
    const scorer = startChild('scorer.mjs', [environment.KAFKA_BROKERS, prefix, 'stub']);
    figures[name] = await rateOf(notifier, () => database.count('applied_events'), total);
    await Promise.all([scorer.stop(), notifier.stop('SIGKILL')]);
    await database.close();
  }
  return figures;
}
