import { isRedressError } from '@redress/runtime';
import type { Clock } from '@redress/runtime';
import { sqlStateOf } from '../store-error.ts';
import type { Connections } from './connections.ts';

/** A transaction whose COMMIT was sent and not answered. */
export interface UnansweredCommit {
  readonly xid: string;
  /** The server's life that it ran in, see `ServerLives`. */
  readonly life: string | null;
}

export interface SettleOptions {
  readonly connections: Connections;
  readonly clock: Clock;
  readonly patienceMs: number;
}

/** `unknown`: the server did not tell in time, or is another than the one that was asked to commit. */
export type Verdict = 'committed' | 'aborted' | 'unknown';

const FIRST_LOOK_MS = 10;
const LAST_LOOK_MS = 500;
/** "transaction ID … is in the future". */
const NOT_GIVEN_OUT = '22023';

/** Asks on another connection what became of a COMMIT; waits for a server that is away or still at it. */
export async function settleCommit(
  commit: UnansweredCommit,
  { connections, clock, patienceMs }: SettleOptions,
): Promise<Verdict> {
  const until = Date.parse(clock.now()) + patienceMs;
  for (let look = FIRST_LOOK_MS; ; look = Math.min(LAST_LOOK_MS, look * 2)) {
    const verdict = await ask(commit, connections);
    if (verdict !== null) return verdict;
    if (Date.parse(clock.now()) > until) return 'unknown';
    await clock.sleep(look);
  }
}

interface Row {
  status: 'in progress' | 'committed' | 'aborted' | null;
  life: string | null;
}

/** Null: ask again. */
async function ask(
  { xid, life }: UnansweredCommit,
  connections: Connections,
): Promise<Verdict | null> {
  try {
    const { rows } = await connections.use((connection) =>
      connection.query<Row>(
        'SELECT pg_xact_status($1::text::xid8) AS status, (SELECT life FROM store_life) AS life',
        [xid],
      ),
    );
    const [now] = rows;
    if (now === undefined || now.status === null) return 'unknown';
    const sameLife = life !== null && now.life === life;
    switch (now.status) {
      case 'aborted':
        return 'aborted';
      case 'committed':
        // In another life this may be somebody else's transaction under the same id.
        return sameLife ? 'committed' : 'unknown';
      case 'in progress':
        // No transaction outlives the server's life: this one is somebody else's, ours is gone.
        return sameLife ? null : 'aborted';
    }
  } catch (thrown) {
    if (isRedressError(thrown) && thrown.code === 'REDRESS_STORE_CLOSED') return 'unknown';
    // The server began another life and has not come as far again: ours never reached its disk.
    return sqlStateOf(thrown) === NOT_GIVEN_OUT ? 'aborted' : null;
  }
}
