import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/** Feedback that comes from a queue instead of over HTTP, repeated and out of order, while whoever takes it dies. */
export const feedbackQueue = {
  name: 'feedback-queue',
  demanded: 'kill -9 of ingestor-sqs, its messages coming up to three times and in any order',
  beside: true,
  perSecond: 20,
  setting: () => ({ disturbQueue: true, byQueue: true }),
  async run(world, { long, say }) {
    const { fleet, random } = world;
    const ingestor = fleet.service('ingestor-sqs');
    const findings = [];
    for (let time = 0; time < (long ? 10 : 1); time += 1) {
      await sleep(1000 + random() * 2000);
      const killAt = `after-log-append:${1 + Math.floor(random() * 4)}`;
      const before = ingestor.deaths.length;
      await ingestor.kill(killAt);
      for (const until = Date.now() + PATIENCE_MS; ingestor.deaths.length < before + 2;) {
        if (Date.now() > until) {
          findings.push({ id: killAt, what: 'no life of its process came there' });
          break;
        }
        await sleep(100);
      }
      await world.probes.start();
    }
    say(`${world.disturber.repeated} messages were repeated`);
    return { faults: ingestor.deaths.length + world.disturber.repeated, findings };
  },
};
