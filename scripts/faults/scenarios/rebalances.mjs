import { setTimeout as sleep } from 'node:timers/promises';

/** Every coming and going takes partitions from the others in the middle of their work. */
export const rebalances = {
  name: 'rebalances',
  demanded: 'a third scorer and a third notifier joining and leaving, orderly and by kill -9',
  perSecond: 100,
  async run(world, { long }) {
    const { fleet, random } = world;
    const times = long ? 50 : 2;
    let windows = 0;
    for (let time = 0; time < times; time += 1) {
      const kind = time % 2 === 0 ? 'scorer' : 'notifier';
      const third = await fleet.join(kind, `${kind}-3`);
      const at = Date.now();
      await sleep(1500 + random() * 1500);
      // Every other notifier, and every other scorer from the second pair on, does not say that it goes.
      if (time % 4 === 1 || time % 4 === 2) {
        const life = await third.ready();
        await life.kill();
        if (kind === 'notifier') windows += 1;
      }
      await fleet.leave(`${kind}-3`);
      void world.probes.start(at);
    }
    return { faults: times, windows };
  },
};
