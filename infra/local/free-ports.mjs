import net from 'node:net';

/**
 * Ports below the range that systems give to outgoing connections: while a server is down between stop and start,
 * no client's own socket can take its port, and none can connect to itself.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** So many ports of the loopback that nobody listens on, none of those in `taken`. */
export async function freePorts(count, taken = []) {
  const found = [];
  const start = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
  for (let step = 0; step < HIGHEST - LOWEST && found.length < count; step += 1) {
    const port = LOWEST + ((start - LOWEST + step) % (HIGHEST - LOWEST));
    if (!taken.includes(port) && (await isFree(port))) found.push(port);
  }
  if (found.length < count)
    throw new Error(`No ${count} free ports between ${LOWEST} and ${HIGHEST}.`);
  return found;
}

/** Whether a server could listen on the port now. */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
