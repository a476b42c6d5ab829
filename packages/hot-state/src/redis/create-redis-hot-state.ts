import { createHmac } from 'node:crypto';
import type { RedressError } from '@redress/runtime';
import type { Redis } from 'ioredis';
import type { RemoteHotState } from '../remote-hot-state.ts';
import { connectRedis } from './connect-redis.ts';
import { COUNT_USE } from './count-use.ts';
import { createNewsConnection } from './create-news-connection.ts';
import { whyAway } from './why-away.ts';

export interface RedisSettings {
  readonly url: string;
  /** Begins every key and channel. */
  readonly prefix: string;
  /** Key of the names' hash; the same for all who share them. */
  readonly keySecret: string;
}

/** Keys of one SCAN. */
const SCAN_COUNT = 500;
const PROBE_MS = 1_000;

/** Hot state in Redis, on two connections: one asks, one listens. Resolves after the first try to connect, however that ended. */
export async function createRedisHotState({
  url,
  prefix,
  keySecret,
}: RedisSettings): Promise<RemoteHotState> {
  const commands = connectRedis(url, 'redress');
  const news = createNewsConnection(connectRedis(url, 'redress-news'), `${prefix}news:`);
  const connections = [commands, news.connection];
  let changed: (lost: RedressError | null) => void = () => undefined;
  let connectionError: unknown = null;
  const away = (thrown: unknown): RedressError => whyAway(thrown, connectionError);

  for (const connection of connections) {
    connection.on('error', (error) => {
      connectionError = error;
    });
    connection.on('close', () => {
      changed(away(new Error('the connection was lost')));
    });
    connection.on('ready', () => {
      if (connections.some(({ status }) => status !== 'ready')) return;
      connectionError = null;
      changed(null);
    });
  }
  // A failed one is tried again by itself.
  await Promise.allSettled(connections.map((connection) => connection.connect()));

  /** What a key is made of may be an address or a token: it is not for whoever reads the server's keys. */
  const key = (kind: 'claim' | 'limit' | 'value', name: string): string =>
    `${prefix}${kind}:${createHmac('sha256', keySecret).update(name).digest('base64url')}`;
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw away(thrown);
    }
  };

  return {
    claim: (name, ttlSeconds) =>
      ask(async () => {
        const set = await commands.set(key('claim', name), '', 'PX', ttlSeconds * 1000, 'NX');
        return set !== null;
      }),
    withinLimit: (name, limit, windowSeconds) =>
      ask(async () => {
        const windowMs = String(windowSeconds * 1000);
        return Number(await commands.eval(COUNT_USE, 1, key('limit', name), windowMs)) <= limit;
      }),
    get: (name) => ask(() => commands.get(key('value', name))),
    set: (name, value, ttlSeconds) =>
      ask(async () => {
        await commands.set(key('value', name), value, 'PX', ttlSeconds * 1000);
      }),
    delete: (name) =>
      ask(async () => {
        await commands.unlink(key('value', name));
      }),
    publish: (channel, message) =>
      ask(async () => {
        await commands.publish(`${prefix}news:${channel}`, message);
      }),
    subscribe: (channel, listen) => news.subscribe(channel, listen),
    flush: () => ask(() => unlinkAll(commands, prefix)),
    probe: () =>
      ask(async () => {
        await Promise.all([
          // The widest of what is asked for: a script that writes.
          commands.eval(COUNT_USE, 1, `${prefix}probe`, String(PROBE_MS)),
          news.connection.ping(),
        ]);
        await news.listenForAll();
      }),
    watch(listener) {
      changed = listener;
    },
    async close() {
      changed = () => undefined;
      await Promise.all(connections.map(end));
    },
  };
}

/** Ours alone: the server may be shared. */
async function unlinkAll(commands: Redis, prefix: string): Promise<void> {
  const pattern = `${prefix.replace(/[*?[\]\\]/g, '\\$&')}*`;
  let cursor = '0';
  do {
    const [next, keys] = await commands.scan(cursor, 'MATCH', pattern, 'COUNT', SCAN_COUNT);
    if (keys.length > 0) await commands.unlink(...keys);
    cursor = next;
  } while (cursor !== '0');
}

/** A connection that is just lost tells of no end. */
function end(connection: Redis): Promise<void> {
  return new Promise((resolve) => {
    const open = ['connecting', 'connect', 'ready'].includes(connection.status);
    if (open) connection.once('end', resolve);
    connection.disconnect();
    if (!open) resolve();
  });
}
