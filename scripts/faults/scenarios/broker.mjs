import { setTimeout as sleep } from 'node:timers/promises';

/** The broker dies as a crashed machine does, and comes back by itself. */
export const broker = {
  name: 'broker',
  demanded: 'the broker killed and restarted, again and again',
  async run(world, { long, say }) {
    const { kafka } = world.infra;
    const times = long ? 10 : 1;
    for (let time = 1; time <= times; time += 1) {
      await sleep(1000 + world.random() * 2000);
      const at = Date.now();
      await kafka.kill();
      await sleep(500);
      await kafka.start();
      say(`broker is back after ${Math.round((Date.now() - at) / 1000)} s`);
      await world.probes.start(at);
    }
    return { faults: times };
  },
};
