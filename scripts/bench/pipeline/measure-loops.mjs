import { rateOf, startChild } from './child.mjs';
import { receivedEvents } from './messages.mjs';

const RECEIVED = 'feedback.received.v1';
const SCORED = 'feedback.scored.v1';
const DETRACTORS = 0.1;

/** (a) What kafkajs and JSON alone come to over the same messages. */
export async function measureBareLoop({ environment, topics, count, say }) {
  const total = count(60_000);
  const prefix = 'bench-a.';
  await topics.make(prefix);
  await topics.fill(
    `${prefix}${RECEIVED}`,
    receivedEvents({ count: total, detractors: DETRACTORS, partitions: 4 }),
  );
  say(`a: ${total} messages through the bare loop`);
  const out = `${prefix}${SCORED}`;
  const child = startChild('bare-loop.mjs', [
    environment.KAFKA_BROKERS,
    `${prefix}${RECEIVED}`,
    out,
  ]);
  const rate = await rateOf(child, () => topics.count(out), total);
  await child.stop();
  return rate;
}

/** (b) The scorer over the same messages, without and with understanding, and understanding without Kafka. */
export async function measureScorer({ environment, topics, count, say }) {
  const figures = {};
  for (const [name, mode, total] of [
    ['scorerStubbed', 'stub', count(60_000)],
    ['scorerReal', 'real', count(4_000)],
  ]) {
    const prefix = `bench-b-${mode}.`;
    await topics.make(prefix);
    await topics.fill(
      `${prefix}${RECEIVED}`,
      receivedEvents({ count: total, detractors: DETRACTORS, partitions: 4 }),
    );
    say(`b: ${total} messages through the scorer (${mode})`);
    const child = startChild('scorer.mjs', [environment.KAFKA_BROKERS, prefix, mode]);
    figures[name] = await rateOf(child, () => topics.count(`${prefix}${SCORED}`), total);
    await child.stop();
  }
  const total = count(4_000);
  say(`b: ${total} texts through understanding alone`);
  const child = startChild('language-alone.mjs', [total, DETRACTORS]);
  figures.languageAlone = Number(await child.output());
  return figures;
}
