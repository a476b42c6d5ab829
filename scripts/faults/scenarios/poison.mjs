import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { badBodiesOfTenKinds, poisonOfTenKinds } from '../../../packages/testkit/dist/index.js';
import { TOKEN } from '../world.mjs';

const TOPICS = ['feedback.received.v1', 'feedback.scored.v1'];
/** Twenty poisoned records every twenty seconds beside 100 events a second: one in a hundred. The short form has them in less time. */
const EVERY_MS = 20_000;
const SHORTLY_MS = 8000;
const PATIENCE_MS = 20_000;

/** Whoever puts a record aside may die between that and its position: it is put aside again, and counted once. */
const KILL_AT = 'after-dead-letter-before-position:1';
const VICTIMS = ['scorer-1', 'notifier-1'];
/** Until a life that comes after a kill has its share of the partitions again, as a rule; where it has not, there are more rounds. */
const JOINING_MS = 9000;
const MOST_ROUNDS = 12;

/** One event in a hundred is none: of ten kinds on each topic that is consumed, and as bodies at the door. */
export const poison = {
  name: 'poison',
  demanded:
    '1 % poison of ten kinds on each topic and at the door: put aside or refused, never in the way',
  beside: true,
  perSecond: 100,
  async run(world, { long }) {
    const { environment } = world;
    const kafka = new Kafka({
      brokers: environment.KAFKA_BROKERS.split(','),
      logLevel: logLevel.NOTHING,
    });
    const producer = kafka.producer();
    await producer.connect();
    const findings = [];
    const victims = VICTIMS.map((name) => world.fleet.service(name));
    await Promise.all(victims.map((victim) => victim.kill(KILL_AT)));
    await Promise.all(victims.map((victim) => victim.ready()));
    await sleep(JOINING_MS);
    const deaths = () => victims.flatMap(({ deaths: all }) => all);
    const killedThere = () => deaths().some(({ how }) => how === KILL_AT);
    let rounds = 0;
    let refused = 0;
    try {
      while (rounds < (long || !killedThere() ? MOST_ROUNDS : 1)) {
        const started = Date.now();
        for (const topic of TOPICS)
          await producer.send({
            topic: `${environment.KAFKA_TOPIC_PREFIX}${topic}`,
            messages: poisonOfTenKinds(`${world.run}-${rounds}-${topic}`).map(
              ({ bytes }, index) => ({
                key: `poison-${rounds}-${index}`,
                value: Buffer.from(bytes),
                partition: index % 4,
              }),
            ),
          });
        for (const { kind, body } of badBodiesOfTenKinds()) {
          const status = await post(world.fleet.addressOf('ingestor'), body);
          // Whoever goes on sending what is too long may find the connection closed before the answer.
          const closed = kind === 'too long' && status === 'a closed connection';
          if (closed || (status >= 400 && status < 500)) refused += 1;
          else
            findings.push({
              id: kind,
              what: `a body that is no feedback was answered with ${status}`,
            });
        }
        rounds += 1;
        void world.probes.start();
        await sleep(Math.max(0, started + (long ? EVERY_MS : SHORTLY_MS) - Date.now()));
      }
    } finally {
      await producer.disconnect();
    }
    const count = rounds * TOPICS.length * 10;
    if (!killedThere()) findings.push({ id: KILL_AT, what: 'no life of its process came there' });
    return {
      faults: count + refused + deaths().length,
      windows: victims[1].deaths.length,
      expected: { deadLetters: count },
      findings,
    };
  },
};

/** The status, or what happened instead of an answer. */
async function post(address, body) {
  try {
    const response = await fetch(`${address}/v1/feedback`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error.name === 'TimeoutError' ? 'nothing in time' : 'a closed connection';
  }
}
