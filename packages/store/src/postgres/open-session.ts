import { Client } from 'pg';
import type { Clock } from '@redress/runtime';
import type { Queryable } from '../queryable.ts';
import { storeError } from '../store-error.ts';
import { connectError } from './connect-error.ts';
import type { PostgresPlace } from './postgres-place.ts';

/** A connection of our own that stays: what the server keeps for it (locks, LISTEN) lasts as long as it does. */
export interface Session extends Queryable {
  /** Aborts when the connection is gone, `end` included. */
  readonly lost: AbortSignal;
  end(): Promise<void>;
}

export interface SessionOptions {
  readonly place: PostgresPlace;
  readonly clock: Clock;
  readonly onNotification?: (channel: string) => void;
}

/** A connection that went dead without a word is noticed by the sum of these; long before the server gives up on us (25 s, see `postgresPlace`). */
const PING_MS = 3_000;
const ANSWER_MS = 5_000;

/** Connects. Throws what `connectError` makes. */
export async function openSession({
  place,
  clock,
  onNotification,
}: SessionOptions): Promise<Session> {
  const client = new Client({ ...place.config, query_timeout: ANSWER_MS });
  const lost = new AbortController();
  const lose = (): void => {
    lost.abort();
  };
  client.on('error', lose);
  client.on('end', lose);
  client.on('notification', ({ channel }) => onNotification?.(channel));
  try {
    await client.connect();
  } catch (thrown) {
    await client.end().catch(() => undefined);
    throw connectError(thrown, place.shown);
  }

  const end = async (): Promise<void> => {
    lose();
    await client.end().catch(() => undefined);
  };
  let last: Promise<unknown> = Promise.resolve();
  const query: Queryable['query'] = (sql, parameters) => {
    const asked = last.then(async () => {
      try {
        const { rows, rowCount } = await client.query(sql, parameters as unknown[] | undefined);
        return { rows: rows as never[], affectedRows: rowCount ?? 0 };
      } catch (thrown) {
        const error = storeError(thrown);
        // Whatever it was, it is safer to begin anew than to keep locks that nobody is sure of.
        await end();
        throw error;
      }
    });
    last = asked.catch(() => undefined);
    return asked;
  };
  void ping(query, clock, lost.signal);
  return { query, lost: lost.signal, end };
}

async function ping(query: Queryable['query'], clock: Clock, lost: AbortSignal): Promise<void> {
  for (;;) {
    await clock.sleep(PING_MS, lost);
    if (lost.aborted) return;
    // Failing, it ends the session.
    await query('SELECT 1').catch(() => undefined);
  }
}
