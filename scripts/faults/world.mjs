import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import {
  chance,
  createSender,
  createTestQueue,
  someFeedback,
  startLoad,
  startSmtpSink,
  startSqsDisturber,
} from '../../packages/testkit/dist/index.js';
import { applyTopics } from './apply-topics.mjs';
import { startFleet } from './fleet.mjs';
import { createProbes } from './probes.mjs';
import { createQueueSender } from './queue-sender.mjs';

export const TOKEN = 'a-token-for-fault-runs-alone';
const SECRET = 'a secret for fault runs, of no use anywhere else';
/** Sessions as short as a fault run wants them; whoever operates it leaves them as they ship. */
const FAULT_PROFILE = { KAFKA_SESSION_TIMEOUT_MS: '6000', KAFKA_REBALANCE_TIMEOUT_MS: '10000' };
const LATE = { acknowledge: 'P1D', promise: 'P3D', deliver: 'P7D' };
const CLOCKS = { critical: LATE, high: LATE, medium: LATE, low: LATE };
/** Every mail on its own, so that each can be told; and no clock runs out by itself in a run that takes its time. */
const POLICY = {
  mailsPerOwnerAndHour: 1_000_000,
  clocks: { staff: CLOCKS, customer: CLOCKS },
  routes: [{ name: 'everything', when: {}, assign: { team: 'front' } }],
};
/** Whoever gets tasks, and who hears of what they do not. */
const OWNERS = ['ana', 'ben', 'cleo', 'dan'];
export const CHIEF = 'eve';
/** A busy machine is not sent more than it can take in a while: so many events behind, the load holds back. */
const MOST_BEHIND = 3000;
const LOOK_MS = 1000;

/**
 * Everything one scenario runs on, its own: topics, database, queue, mail sink, and the services as processes. `run` names it and may hold
 * letters, digits and hyphens.
 */
export async function openWorld({ infra, run, folder, seed, long, say, setting = {} }) {
  mkdirSync(folder, { recursive: true });
  const random = chance(seed);
  const of = infra.environment();
  const closing = [];
  const world = { infra, run, random, say, folder };
  try {
    await build();
    return world;
  } catch (error) {
    await close();
    throw error;
  }

  async function build() {
    const databaseUrl = await makeDatabase(of.DATABASE_URL, run);
    const sink = await startSmtpSink();
    closing.push(() => sink.stop());
    const engine = `http://${infra.sqs.address}`;
    const queue = await createTestQueue(engine, run, { maxReceives: setting.maxReceives ?? 50 });
    const intake = await createTestQueue(engine, `${run}-in`, { maxReceives: 50 });
    const disturber = setting.disturbQueue ? await startSqsDisturber({ engine, random }) : null;
    if (disturber !== null) closing.push(() => disturber.stop());
    const policyFile = path.join(folder, 'policy.yaml');
    writeFileSync(policyFile, JSON.stringify({ ...POLICY, ...setting.policy }));
    const environment = {
      KAFKA_BROKERS: of.KAFKA_BROKERS,
      KAFKA_TOPIC_PREFIX: `${run}.`,
      ...FAULT_PROFILE,
      DATABASE_URL: databaseUrl,
      REDIS_URL: of.REDIS_URL,
      SQS_DELIVERIES_URL: throughProxy(queue.url, disturber),
      SQS_FEEDBACK_URL: throughProxy(intake.url, disturber),
      ...pick(of, /^AWS_/u),
      SMTP_URL: sink.url,
      REDRESS_SECRET: SECRET,
      REDRESS_TOKEN: TOKEN,
      REDRESS_POLICY: policyFile,
      REDRESS_OUTBOX: path.join(folder, 'outbox'),
      REDRESS_LOG_LEVEL: 'warn',
      ...setting.environment,
    };
    await applyTopics(environment);
    const fleet = await startFleet({ environment, folder, setting });
    closing.unshift(() => fleet.stop());
    await putOwners(fleet.addressOf('console'));
    const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    database.on('error', () => undefined);
    closing.push(() => database.end());
    const sender = setting.byQueue
      ? createQueueSender({ queueUrl: environment.SQS_FEEDBACK_URL })
      : createSender({ address: () => fleet.addressOf('ingestor'), token: TOKEN });
    closing.unshift(() => sender.stop());
    const feedback = someFeedback({ run, random, from: Date.now() - 3_600_000 });
    Object.assign(world, {
      sink,
      queue,
      disturber,
      environment,
      fleet,
      database,
      sender,
      probes: createProbes({ run, sender, database, sink, long }),
      startLoad: (perSecond) =>
        startLoad({
          sender,
          feedback,
          random,
          perSecond,
          holdBack: watchBacklog(database, sender),
        }),
      ask: (method, where, body) => ask(fleet.addressOf('console'), method, where, body),
      close,
    });
  }

  async function close() {
    for (const step of closing.splice(0)) {
      try {
        await step();
      } catch (error) {
        say(`could not close: ${error.message}`);
      }
    }
  }

  async function putOwners(address) {
    const owner = (id, more) => ({
      ...{ id, email: `${id}@example.com`, timeZone: 'UTC', languages: ['en'], teams: [] },
      ...more,
    });
    const owners = [
      owner(CHIEF),
      ...OWNERS.map((id) => owner(id, { teams: ['front'], supervisor: CHIEF })),
    ];
    for (const one of owners) {
      const { status, body } = await ask(address, 'PUT', '/v1/owners', one);
      if (status >= 300) throw new Error(`owner not taken: ${status} ${JSON.stringify(body)}`);
    }
  }
}

/** Looks now and then how far the store is behind of what was promised; answers whether that is too far. Without the store the last look holds. */
function watchBacklog(database, sender) {
  let behind = 0;
  let looked = 0;
  return () => {
    if (Date.now() - looked > LOOK_MS) {
      looked = Date.now();
      database
        .query('SELECT count(*)::int AS applied FROM applied_events')
        .then(({ rows }) => (behind = sender.sent().length - rows[0].applied))
        .catch(() => undefined);
    }
    return behind > MOST_BEHIND;
  };
}

async function ask(address, method, where, body) {
  const response = await fetch(`${address}${where}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: json ? JSON.parse(text) : text };
}

async function makeDatabase(serverUrl, run) {
  const name = `faults_${run.replaceAll('-', '_')}`;
  const client = new pg.Client({ connectionString: new URL('/postgres', serverUrl).href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return new URL(`/${name}`, serverUrl).href;
}

function throughProxy(url, proxy) {
  return proxy === null ? url : new URL(new URL(url).pathname, proxy.address).href;
}

function pick(record, pattern) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => pattern.test(name)));
}
