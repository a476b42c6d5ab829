import { setTimeout as sleep } from 'node:timers/promises';

/** The queue between notifier and courier does what SQS may do at any time, and dies once. */
export const queue = {
  name: 'queue',
  demanded: 'SQS messages that come up to three times and in any order; SQS killed and restarted',
  perSecond: 60,
  setting: () => ({ disturbQueue: true }),
  async run(world, { long, say }) {
    await sleep(long ? 60_000 : 8000);
    const at = Date.now();
    await world.infra.sqs.kill();
    await sleep(500);
    await world.infra.sqs.start();
    say(`SQS is back after ${Math.round((Date.now() - at) / 1000)} s`);
    await world.probes.start(at);
    await sleep(long ? 60_000 : 2000);
    const { repeated } = world.disturber;
    say(`${repeated} messages were repeated`);
    const findings =
      repeated > 0 ? [] : [{ id: 'queue', what: 'no message was repeated: nothing was shown' }];
    return { faults: repeated + 1, findings };
  },
};
