import type { Clock, Logger } from '@redress/runtime';
import type { CheckedHotState } from './create-degrading-hot-state.ts';
import { createMemoryHotState } from './memory.ts';
import { openRedisHotState } from './redis/open-redis-hot-state.ts';
import type { RedisConfig } from './redis/redis-variables.ts';

/** Hot state as it is configured: shared through Redis, or the process's own where none is given. */
export async function openHotState({
  config,
  clock,
  logger,
  keySecret,
}: {
  readonly config: RedisConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Key of the hash that names become on the server; the same in every process. */
  readonly keySecret: string;
}): Promise<CheckedHotState> {
  const { REDIS_URL: url, REDIS_PREFIX: prefix } = config;
  if (url !== undefined) return openRedisHotState({ url, prefix, keySecret, clock, logger });
  return { ...createMemoryHotState({ clock }), check: () => Promise.resolve({ ok: true }) };
}
