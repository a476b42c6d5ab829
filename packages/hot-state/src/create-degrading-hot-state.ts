import { isRedressError } from '@redress/runtime';
import type { CheckResult, Clock, Logger } from '@redress/runtime';
import type { HotState } from './port.ts';
import type { RemoteHotState } from './remote-hot-state.ts';

/** Hot state that says how it is. */
export interface CheckedHotState extends HotState {
  /** For health: not ok, with the reason, while the server is away; optional, for the process does its work all the same. */
  check(): Promise<CheckResult>;
}

export interface DegradingOptions {
  readonly remote: RemoteHotState;
  /** Stands in while the server is away; ends with it. */
  readonly local: HotState;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Milliseconds between two looks whether the server is there (1,000). */
  readonly probeEveryMs?: number;
}

/** Values that could not be written or deleted; with more, all are forgotten. */
const MOST_MISSED = 10_000;

/**
 * Hot state that never stands in the way: while the server is away claims, limits and news hold within this process, and a value is not known.
 * The first call that fails ends the asking, a probe begins it again; whatever a cache could not be told meanwhile is deleted before. Resolves
 * after the first probe.
 */
export async function createDegradingHotState({
  remote,
  local,
  clock,
  logger,
  probeEveryMs = 1_000,
}: DegradingOptions): Promise<CheckedHotState> {
  const watchers = new Set<(reaches: boolean) => void>();
  const missed = new Set<string>();
  let closed = false;
  let alarm = new AbortController();
  let away: string | null = null;
  let flushDue = false;

  const tell = (reaches: boolean): void => {
    for (const watch of [...watchers]) watch(reaches);
  };
  const lose = (thrown: unknown): void => {
    if (away !== null || closed) return;
    away = isRedressError(thrown) ? thrown.message : 'It failed for a reason of ours; see the log.';
    logger.warn({ err: thrown }, 'hot state is away; each process keeps its own');
    tell(false);
  };
  const comeBack = async (): Promise<void> => {
    if (away === null) return;
    if (flushDue) await remote.flush();
    else for (const key of missed) await remote.delete(key);
    flushDue = false;
    missed.clear();
    away = null;
    logger.info('hot state is back');
    tell(true);
  };
  const look = async (): Promise<void> => {
    try {
      await remote.probe();
      if (!closed) await comeBack();
    } catch (thrown) {
      lose(thrown);
    }
  };
  const watch = async (): Promise<void> => {
    while (!closed) {
      await clock.sleep(probeEveryMs, alarm.signal);
      if (alarm.signal.aborted) alarm = new AbortController();
      await look();
    }
  };
  const ask = async <T>(there: () => Promise<T>, here: () => Promise<T>): Promise<T> => {
    // Closed: the local one says so.
    if (away !== null || closed) return here();
    try {
      return await there();
    } catch (thrown) {
      lose(thrown);
      return here();
    }
  };
  /** Another process may have the value from before, and must not have it after. */
  const miss = async (key: string): Promise<void> => {
    await local.delete(key);
    if (missed.size < MOST_MISSED) missed.add(key);
    else flushDue = true;
  };

  remote.watch((lost) => {
    if (lost === null) alarm.abort();
    else lose(lost);
  });
  await look();
  const watching = watch();

  return {
    claim: (key, ttl) =>
      ask(
        () => remote.claim(key, ttl),
        () => local.claim(key, ttl),
      ),
    withinLimit: (key, limit, window) =>
      ask(
        () => remote.withinLimit(key, limit, window),
        () => local.withinLimit(key, limit, window),
      ),
    // The local one holds no value: it would not hear what other processes set.
    get: (key) =>
      ask(
        () => remote.get(key),
        () => local.get(key),
      ),
    set: (key, value, ttl) =>
      ask(
        () => remote.set(key, value, ttl),
        () => miss(key),
      ),
    delete: (key) =>
      ask(
        () => remote.delete(key),
        () => miss(key),
      ),
    publish: (channel, message) =>
      ask(
        () => remote.publish(channel, message),
        () => local.publish(channel, message),
      ),
    async subscribe(channel, listen, reached) {
      const stops = await Promise.all([
        local.subscribe(channel, listen),
        remote.subscribe(channel, listen),
      ]);
      // A function of its own for each: the same one may watch twice.
      const own = (reaches: boolean): void => reached?.(reaches);
      watchers.add(own);
      if (away !== null) own(false);
      return async () => {
        watchers.delete(own);
        for (const stop of stops) await stop();
      };
    },
    async flush() {
      await local.flush();
      await ask(
        () => remote.flush(),
        () => {
          flushDue = true;
          return local.flush();
        },
      );
    },
    check: () =>
      Promise.resolve(away === null ? { ok: true } : { ok: false, detail: away, optional: true }),
    async close() {
      closed = true;
      alarm.abort();
      await remote.close();
      await watching;
      await local.close();
    },
  };
}
