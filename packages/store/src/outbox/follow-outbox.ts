import { RedressError, type Clock } from '@redress/runtime';
import type { Database } from '../queryable.ts';
import { OUTBOX_CHANNEL } from './outbox-channel.ts';

/** Milliseconds between two looks, growing from the first to the last. */
const FIRST_LOOK_MS = 5;
const LAST_LOOK_MS = 100;
/** Longest wait for another process to take rows out. */
const PATIENCE_MS = 10_000;

/** For whoever commits to a store whose rows another process takes to the log. */
export interface OutboxFollower {
  /** Something was committed; tells the process that takes rows out. */
  wake(): void;
  /**
   * Resolves when everything that was committed before the call is out.
   * Rejects with REDRESS_NOT_IN_LOG_YET (retryable) after ten seconds: it is kept all the same, and goes out later.
   */
  flush(): Promise<void>;
}

/** Follows the outbox from outside the relay. */
export function followOutbox({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): OutboxFollower {
  const wake = (): void => {
    // Best effort: the relay looks by itself now and then.
    void database.notify(OUTBOX_CHANNEL).catch(() => undefined);
  };
  return {
    wake,
    async flush() {
      const last = await lastId(database);
      if (last === null) return;
      wake();
      const until = Date.parse(clock.now()) + PATIENCE_MS;
      for (let look = FIRST_LOOK_MS; ; look = Math.min(LAST_LOOK_MS, look * 2)) {
        await clock.sleep(look);
        if (await isOut(database, last)) return;
        if (Date.parse(clock.now()) > until) throw notOutYet();
      }
    },
  };
}

async function lastId(database: Database): Promise<number | null> {
  const { rows } = await database.query<{ last: number | null }>(
    'SELECT max(id) AS last FROM outbox',
  );
  return rows[0]?.last ?? null;
}

async function isOut(database: Database, last: number): Promise<boolean> {
  const { rows } = await database.query<{ waiting: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM outbox WHERE id <= $1::bigint) AS waiting',
    [last],
  );
  return rows[0]?.waiting === false;
}

function notOutYet(): RedressError {
  return new RedressError(
    'REDRESS_NOT_IN_LOG_YET',
    'It is done and kept, but the event log does not take it yet. It goes out as soon as the log and a notifier answer.',
    { retryable: true },
  );
}
