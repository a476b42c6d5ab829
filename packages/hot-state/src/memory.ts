import { RedressError, type Clock } from '@redress/runtime';
import type { HotState } from './port.ts';

export interface MemoryHotStateOptions {
  readonly clock: Clock;
  /** Keys kept at most (100,000); past it those written longest ago go first. */
  readonly maxEntries?: number;
}

interface Entry {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Hot state of one process, in a bounded map. Claims, counts and values share the bound but not their names.
 * After `close` every call throws REDRESS_HOT_STATE_CLOSED.
 */
export function createMemoryHotState({
  clock,
  maxEntries = 100_000,
}: MemoryHotStateOptions): HotState {
  // A Map keeps the order of insertion, so its first key is the oldest.
  const entries = new Map<string, Entry>();
  const listeners = new Map<string, Set<(message: string) => void>>();
  let closed = false;

  const now = (): number => Date.parse(clock.now());
  const open = (): void => {
    if (closed)
      throw new RedressError('REDRESS_HOT_STATE_CLOSED', 'The hot state is closed.', {
        retryable: true,
      });
  };
  const find = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > now()) return entry;
    entries.delete(key);
    return undefined;
  };
  const keep = (key: string, entry: Entry): void => {
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) return;
      entries.delete(oldest);
    }
  };

  const claim = (key: string, ttlSeconds: number): boolean => {
    const name = `claim:${key}`;
    if (find(name) !== undefined) return false;
    keep(name, { value: '', expiresAt: now() + ttlSeconds * 1000 });
    return true;
  };
  const withinLimit = (key: string, limit: number, windowSeconds: number): boolean => {
    const name = `limit:${key}`;
    const window = find(name);
    const uses = Number(window?.value ?? 0) + 1;
    // The window begins at its first use and is not prolonged by further ones.
    keep(name, {
      value: String(uses),
      expiresAt: window?.expiresAt ?? now() + windowSeconds * 1000,
    });
    return uses <= limit;
  };
  const tell = (channel: string, message: string): void => {
    for (const listen of [...(listeners.get(channel) ?? [])]) {
      try {
        listen(message);
      } catch {
        // Best effort: a listener that fails must not keep the news from the others.
      }
    }
  };

  const answer = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      open();
      resolve(work());
    });

  return {
    claim: (key, ttlSeconds) => answer(() => claim(key, ttlSeconds)),
    withinLimit: (key, limit, windowSeconds) =>
      answer(() => withinLimit(key, limit, windowSeconds)),
    get: (key) => answer(() => find(`value:${key}`)?.value ?? null),
    set: (key, value, ttlSeconds) =>
      answer(() => {
        keep(`value:${key}`, { value, expiresAt: now() + ttlSeconds * 1000 });
      }),
    delete: (key) =>
      answer(() => {
        entries.delete(`value:${key}`);
      }),
    publish: (channel, message) =>
      answer(() => {
        tell(channel, message);
      }),
    subscribe: (channel, listen) =>
      answer(() => {
        // Wrapped, so that the same function may listen twice and end once.
        const own = (message: string): void => {
          listen(message);
        };
        const all = listeners.get(channel) ?? new Set();
        listeners.set(channel, all.add(own));
        return () => {
          all.delete(own);
          if (all.size === 0 && listeners.get(channel) === all) listeners.delete(channel);
          return Promise.resolve();
        };
      }),
    flush: () =>
      answer(() => {
        entries.clear();
      }),
    close() {
      closed = true;
      entries.clear();
      listeners.clear();
      return Promise.resolve();
    },
  };
}
