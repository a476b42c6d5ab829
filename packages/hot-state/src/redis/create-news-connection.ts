import type { Redis } from 'ioredis';

/** The connection that listens. */
export interface NewsConnection {
  readonly connection: Redis;
  /** Listens from now on, or from the next `listenForAll` where there is no connection. Answers how to stop. */
  subscribe(channel: string, listen: (message: string) => void): Promise<() => Promise<void>>;
  /** Asks for every channel that is listened to and was not asked for on this connection yet. */
  listenForAll(): Promise<void>;
}

/** Keeps who listens to what, over any number of connections. Channels begin with `prefix` on the server. */
export function createNewsConnection(connection: Redis, prefix: string): NewsConnection {
  const listeners = new Map<string, Set<(message: string) => void>>();
  /** What the present connection tells us. */
  const heard = new Set<string>();
  connection.on('close', () => {
    heard.clear();
  });
  connection.on('message', (channel, message) => {
    for (const listen of [...(listeners.get(channel) ?? [])]) {
      try {
        listen(message);
      } catch {
        // Best effort: a listener that fails must not keep the news from the others.
      }
    }
  });

  const listenForAll = async (): Promise<void> => {
    const missing = [...listeners.keys()].filter((channel) => !heard.has(channel));
    if (missing.length === 0) return;
    await connection.subscribe(...missing);
    for (const channel of missing) if (listeners.has(channel)) heard.add(channel);
  };

  return {
    connection,
    listenForAll,
    async subscribe(channel, listen) {
      const name = `${prefix}${channel}`;
      // Wrapped, so that the same function may listen twice and end once.
      const own = (message: string): void => {
        listen(message);
      };
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(own));
      await listenForAll().catch(() => undefined);
      return async () => {
        all.delete(own);
        if (all.size > 0 || listeners.get(name) !== all) return;
        listeners.delete(name);
        heard.delete(name);
        await connection.unsubscribe(name).catch(() => undefined);
      };
    },
  };
}
