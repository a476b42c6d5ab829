import { setTimeout as sleep } from 'node:timers/promises';

/** The store goes away as `pg_ctl stop -m immediate` leaves it, and is away for a while. */
export const postgres = {
  name: 'postgres',
  demanded: 'PostgreSQL stopped at once again and again, then down; nothing dead-lettered',
  async run(world, { long, say }) {
    const server = world.infra.postgres;
    const times = long ? 10 : 1;
    for (let time = 1; time <= times; time += 1) {
      await sleep(1500 + world.random() * 1500);
      const at = Date.now();
      await server.stop('immediate');
      await server.start();
      const recovery = world.probes.start(at);
      // The short form goes on while it recovers.
      if (long) await recovery;
      say(`stopped at once for the ${time}. time`);
    }
    const down = Date.now();
    const downMs = long ? 600_000 : 10_000;
    await server.stop('immediate');
    await sleep(downMs);
    await server.start();
    say(`was down for ${Math.round((Date.now() - down) / 1000)} s`);
    await world.probes.start(down + downMs);
    // A mail that was taken is written down by who sent it, once the store is back.
    return { faults: times + 1 };
  },
};
