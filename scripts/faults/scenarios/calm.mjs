import { setTimeout as sleep } from 'node:timers/promises';

/** Nothing breaks: whatever the other scenarios find is then their doing. */
export const calm = {
  name: 'calm',
  demanded: 'nothing breaks, nothing is lost or doubled: the measure for the others',
  long: true,
  async run(world, { long }) {
    await sleep(2000);
    await world.probes.start();
    await sleep(long ? 60_000 : 5000);
    return { faults: 0 };
  },
};
