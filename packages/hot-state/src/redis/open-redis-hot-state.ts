import { systemClock } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';
import { createDegradingHotState } from '../create-degrading-hot-state.ts';
import type { CheckedHotState } from '../create-degrading-hot-state.ts';
import { createMemoryHotState } from '../memory.ts';
import { createRedisHotState } from './create-redis-hot-state.ts';

export interface RedisHotStateOptions {
  /** `redis://…` or, with TLS, `rediss://…`. */
  readonly url: string;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Begins every key and channel (`redress:`): who shares a server and not the state has another. */
  readonly prefix?: string;
  /** Key of the hash that names become on the server; the same in every process. */
  readonly keySecret?: string;
}

/**
 * Hot state shared through Redis. It opens whether Redis answers or not: while it is away each process keeps its own, and it comes back by itself.
 */
export async function openRedisHotState({
  url,
  logger,
  clock = systemClock,
  prefix = 'redress:',
  keySecret = '',
}: RedisHotStateOptions): Promise<CheckedHotState> {
  return createDegradingHotState({
    remote: await createRedisHotState({ url, prefix, keySecret }),
    local: createMemoryHotState({ clock }),
    clock,
    logger,
  });
}
