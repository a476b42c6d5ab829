import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startSmtpSink } from '../../../packages/testkit/dist/index.js';
import { sleep, startChild } from './child.mjs';
import { TOKEN, serviceEnvironment } from './environment.mjs';
import { feedbackOf } from './messages.mjs';

const EVENTS_A_SECOND = 200;
const NAMES = ['console', 'ingestor-http', 'scorer', 'notifier'];
const LIMIT_MS = 30_000;

/** (f) From the POST of a critical feedback to the mail server having its mail: all services real, idle and under load. */
export async function measureLatency(run) {
  const { environment, topics, count, say, runDir } = run;
  const prefix = 'bench-f.';
  await topics.make(prefix);
  const url = new URL(environment.DATABASE_URL);
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query('CREATE DATABASE bench_f');
  await admin.end();
  url.pathname = '/bench_f';
  const sink = await startSmtpSink();
  // Every mail on its own: none is to wait for a digest.
  const policy = path.join(runDir, 'policy.yaml');
  await writeFile(policy, 'mailsPerOwnerAndHour: 100000\n');
  const services = serviceEnvironment(environment, prefix, {
    DATABASE_URL: url.href,
    SMTP_URL: sink.url,
    REDRESS_POLICY: policy,
  });
  const children = [];
  try {
    let address = '';
    for (const name of NAMES) {
      const child = startChild(`../../../services/${name}/dist/main.js`, [], {
        environment: services,
      });
      children.push(child);
      const [, own] = await child.saying(/is ready(?:: (http:\S+))?/u);
      if (name === 'ingestor-http') address = own;
    }
    const post = (body) =>
      fetch(`${address}/v1/feedback`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    let next = 0;
    const critical = () => {
      next += 1;
      return {
        channel: 'call',
        source: 'bench-critical',
        sourceId: String(next),
        occurredAt: new Date().toISOString(),
        customer: { identities: [{ type: 'email', value: `critical-${next}@example.com` }] },
        score: { kind: 'nps', value: 0 },
        text: `Third call about the same invoice. You charged 7,455 USD for an order of 88.77 USD, you promised a refund within two days and nothing came. I am leaving. Order ${next}.`,
      };
    };
    const one = async () => {
      const before = sink.mails.length;
      const from = Date.now();
      const answer = await post(critical());
      if (answer.status !== 202) throw new Error(`the feedback was answered with ${answer.status}`);
      while (sink.mails.length === before) {
        if (Date.now() - from > LIMIT_MS) throw new Error('the mail did not come');
        await sleep(1);
      }
      return sink.mails[before].at - from;
    };
    for (let warm = 0; warm < 10; warm += 1) await one();
    say('f: idle');
    const idle = await several(one, count(100), 20);
    say(`f: at ${EVENTS_A_SECOND} events a second`);
    const load = startLoad(post);
    await sleep(3000);
    const loaded = await several(one, count(100), 100);
    await load.stop();
    return { latencyIdle: idle, latencyLoaded: { ...loaded, sent: load.sent() } };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await sink.stop();
  }
}

async function several(one, times, pauseMs) {
  const taken = [];
  for (let index = 0; index < times; index += 1) {
    taken.push(await one());
    await sleep(pauseMs);
  }
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.ceil(taken.length * share) - 1)];
  return { p50: at(0.5), p99: at(0.99), max: taken.at(-1), n: taken.length };
}

/** Content customers, so many a second, in requests of a few; they bring no mail. */
function startLoad(post) {
  let running = true;
  let sent = 0;
  const everyMs = 50;
  const loop = (async () => {
    for (let from = Date.now(), rounds = 0; running;) {
      rounds += 1;
      const batch = Array.from({ length: (EVENTS_A_SECOND * everyMs) / 1000 }, () => {
        sent += 1;
        return { ...feedbackOf(sent, { count: 1e9, detractors: 1e-9 }), source: 'bench-load' };
      });
      await post(batch);
      await sleep(Math.max(0, from + rounds * everyMs - Date.now()));
    }
  })();
  return {
    sent: () => sent,
    async stop() {
      running = false;
      await loop;
    },
  };
}
