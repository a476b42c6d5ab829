import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Hot state is speed alone: without it, and with all of it forgotten, everything ends the same. */
export const redis = {
  name: 'redis',
  demanded: 'FLUSHALL ten times, then Redis down',
  perSecond: 60,
  async run(world, { long, say }) {
    const server = world.infra.redis;
    const times = 10;
    for (let time = 0; time < times; time += 1) {
      await sleep(long ? 3000 : 300);
      await flushAll(server);
      if (time === times - 1) await world.probes.start();
    }
    await server.stop('immediate');
    const at = Date.now();
    void world.probes.start(at);
    await sleep(long ? 60_000 : 3000);
    await server.start();
    say(`was down for ${Math.round((Date.now() - at) / 1000)} s`);
    await world.probes.start();
    return { faults: times + 1 };
  },
};

/** Says it over a plain connection, so that no client of the services is in the way. */
function flushAll({ host, port }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port }, () => socket.write('FLUSHALL\r\n'));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (String(answer).startsWith('+OK')) resolve();
      else reject(new Error(`FLUSHALL was answered with ${String(answer)}`));
    });
  });
}
