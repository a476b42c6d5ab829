import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What the proxy does to its connections, those that stand and those that come:
 * - pass: carries bytes both ways.
 * - refuse: nobody listens, and what stands is closed.
 * - reset: what stands is torn down without a word, and so is whoever comes.
 * - black-hole: connections stand and can be made, but not a byte gets through in either direction. What was sent
 *   meanwhile arrives once the mode is pass again, as it does after a network came back.
 * - half-open: what stands is dead for good, and neither side is told, as after a firewall forgot it; who comes is served.
 */
export type FaultMode = 'pass' | 'refuse' | 'reset' | 'black-hole' | 'half-open';

export interface FaultProxyOptions {
  /** Where to: `host:port`. */
  readonly to: string;
  /**
   * Looks at what goes through; where it answers true, these bytes are still passed on and the connection is torn down at once,
   * before an answer can come back. May be called with parts of a message, as the network splits them.
   */
  readonly cutAfter?: (bytes: Buffer, from: 'client' | 'server') => boolean;
  /** The same, but these bytes are lost. */
  readonly cutBefore?: (bytes: Buffer, from: 'client' | 'server') => boolean;
}

/** A TCP proxy between a client and a server that breaks on command. */
export interface FaultProxy {
  /** Where clients connect: `127.0.0.1:port`; the same for the proxy's whole life. */
  readonly address: string;
  readonly port: number;
  readonly mode: FaultMode;
  /** Connections that stand. */
  readonly connections: number;
  /** Changes the mode; resolves when it holds. */
  set(mode: FaultMode): Promise<void>;
  /** Closes everything. */
  stop(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** Starts a proxy on a free port, passing. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const to = addressOf(options.to);
  const pairs = new Set<Pair>();
  const forgotten = new Set<Pair>();
  let mode: FaultMode = 'pass';

  const tearDown = ({ client, server }: Pair): void => {
    client.resetAndDestroy();
    server.resetAndDestroy();
  };

  const carry = (pair: Pair, from: 'client' | 'server'): void => {
    const [source, sink] =
      from === 'client' ? [pair.client, pair.server] : [pair.server, pair.client];
    source.on('data', (bytes: Buffer) => {
      if (options.cutBefore?.(bytes, from) === true) {
        tearDown(pair);
        return;
      }
      if (options.cutAfter?.(bytes, from) === true) {
        sink.write(bytes, () => {
          tearDown(pair);
        });
        return;
      }
      if (!sink.write(bytes)) source.pause();
    });
    sink.on('drain', () => {
      if (mode !== 'black-hole' && !forgotten.has(pair)) source.resume();
    });
    source.on('end', () => sink.end());
    // Which side broke does not matter: the other is told by the close below.
    source.on('error', () => undefined);
    source.on('close', () => {
      pairs.delete(pair);
      forgotten.delete(pair);
      sink.destroy();
    });
  };

  const onConnection = (client: Socket): void => {
    if (mode === 'reset') {
      client.on('error', () => undefined);
      client.resetAndDestroy();
      return;
    }
    const server = connect(to);
    for (const socket of [client, server]) socket.setNoDelay(true);
    const pair = { client, server };
    pairs.add(pair);
    carry(pair, 'client');
    carry(pair, 'server');
    if (mode === 'black-hole') hold(pair);
  };

  const first = await listen(0, onConnection);
  let listener: Server | null = first;
  const { port } = first.address() as AddressInfo;

  const closeListener = async (): Promise<void> => {
    const closing = listener;
    listener = null;
    if (closing === null) return;
    const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
    for (const pair of pairs) tearDown(pair);
    await closed;
  };

  return {
    address: `127.0.0.1:${String(port)}`,
    port,
    get mode() {
      return mode;
    },
    get connections() {
      return pairs.size;
    },
    async set(next) {
      mode = next;
      if (next === 'refuse') {
        await closeListener();
        return;
      }
      listener ??= await listen(port, onConnection);
      for (const pair of pairs) {
        if (next === 'half-open') forgotten.add(pair);
        if (next === 'reset') tearDown(pair);
        else if (next === 'black-hole' || forgotten.has(pair)) hold(pair);
        else {
          pair.client.resume();
          pair.server.resume();
        }
      }
    },
    async stop() {
      mode = 'refuse';
      await closeListener();
    },
  };
}

/** Reading stops, so that the bytes wait in the kernel's buffers and the sender's. */
function hold({ client, server }: Pair): void {
  client.pause();
  server.pause();
}

function addressOf(address: string): { host: string; port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) };
}

function listen(port: number, onConnection: (client: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, onConnection);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
