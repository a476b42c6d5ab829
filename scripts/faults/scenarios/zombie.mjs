import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than a session, so that others have taken over when it goes on. */
const STOPPED_MS = 13_000;

/** A process that stands still beyond its session and then goes on as if nothing had happened. */
export const zombie = {
  name: 'zombie',
  demanded: 'SIGSTOP of a scorer and a notifier beyond their sessions, then SIGCONT',
  perSecond: 100,
  async run(world, { long }) {
    const { fleet, random } = world;
    const times = long ? 10 : 1;
    for (let time = 1; time <= times; time += 1) {
      await sleep(1000 + random() * 2000);
      const place = 1 + Math.floor(random() * 2);
      const lives = await Promise.all(
        ['scorer', 'notifier'].map((kind) => fleet.service(`${kind}-${place}`).ready()),
      );
      const at = Date.now();
      for (const life of lives) life.pause();
      void world.probes.start(at);
      await sleep(STOPPED_MS);
      for (const life of lives) life.resume();
      await world.probes.start(at + STOPPED_MS);
    }
    // It may have stood between a server's yes and its record for longer than others wait for it.
    return { faults: 2 * times, windows: times };
  },
};
