import { Redis } from 'ioredis';
import { backoffDelay } from '@redress/runtime';

/** Longest wait for an answer: whoever asks hot state is on the way in. */
const ANSWER_MS = 1_000;
const CONNECT_MS = 2_000;
const LONGEST_RETRY_MS = 2_000;

/**
 * One connection that connects again for ever by itself. What cannot be sent at once is refused, what was sent and not answered before the
 * connection broke is refused too and never sent again: nothing queues up and nothing happens twice.
 */
export function connectRedis(url: string, name: string): Redis {
  return new Redis(url, {
    lazyConnect: true,
    connectionName: name,
    connectTimeout: CONNECT_MS,
    commandTimeout: ANSWER_MS,
    // A connection that took a command and stays silent is dead, whatever TCP believes.
    socketTimeout: 2 * ANSWER_MS,
    disconnectTimeout: 200,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
    // The adapter subscribes itself, also to what was asked for while there was no connection.
    autoResubscribe: false,
    retryStrategy: (attempt) =>
      backoffDelay(attempt, { initial: 100, max: LONGEST_RETRY_MS, random: Math.random }),
  });
}
