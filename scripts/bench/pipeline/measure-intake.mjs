import autocannon from 'autocannon';
import { startChild } from './child.mjs';
import { TOKEN, serviceEnvironment } from './environment.mjs';
import { feedbackOf } from './messages.mjs';

const CONNECTIONS = 100;
const SECONDS = 8;

/** (e) `POST /v1/feedback` and a bare server, all answered after the broker's acknowledgement. Another feedback each request. */
export async function measureIntake({ environment, topics, count, say }) {
  const prefix = 'bench-e.';
  await topics.make(prefix);
  const bare = (mode) =>
    startChild('bare-server.mjs', [
      environment.KAFKA_BROKERS,
      `${prefix}feedback.received.v1`,
      mode,
    ]);
  const figures = {};
  for (const [name, mode] of [
    ['bareServerOne', 'one'],
    ['bareServerCollected', 'collected'],
  ]) {
    const child = bare(mode);
    const [port] = await child.saying(/\d+/u);
    say(`e: the bare server, ${mode}`);
    figures[name] = await load(`http://127.0.0.1:${port}`, count(SECONDS));
    await child.stop();
  }
  const child = startChild('../../../services/ingestor-http/dist/main.js', [], {
    environment: serviceEnvironment(environment, prefix),
  });
  const [, address] = await child.saying(/is ready: (http:\S+)/u);
  say('e: POST /v1/feedback');
  figures.intake = await load(address, count(SECONDS));
  await child.stop();
  return figures;
}

async function load(url, seconds) {
  const once = (duration) =>
    new Promise((resolve, reject) => {
      let index = 0;
      const instance = autocannon(
        {
          url: `${url}/v1/feedback`,
          method: 'POST',
          connections: CONNECTIONS,
          duration,
          headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
          requests: [
            {
              setupRequest: (request) => ({
                ...request,
                body: JSON.stringify(
                  feedbackOf((index += 1), { count: 1_000_000, detractors: 0.1, prefix: url }),
                ),
              }),
            },
          ],
        },
        (error, result) => (error === null ? resolve(result) : reject(error)),
      );
      instance.on('error', reject);
    });
  await once(2);
  const result = await once(seconds);
  const answered = result['2xx'];
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}
