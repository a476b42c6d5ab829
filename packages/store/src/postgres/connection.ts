import type { ClientBase, QueryResult } from 'pg';
import type { Queryable } from '../queryable.ts';
import { sqlStateOf, storeError } from '../store-error.ts';

/** A connection, for one holder at a time. Its errors are store errors. */
export interface Connection extends Queryable {
  /** The session on the server, as a key: it outlasts this loan. */
  readonly session: object;
  /** True once it must not be used again: it is lost, has an answer outstanding, or leads to a server that may not write. */
  readonly broken: boolean;
  /** Runs statements without parameters; answers the result of each. */
  run(sql: string): Promise<readonly QueryResult[]>;
  /** Not to be used again. */
  discard(): void;
}

/** The session ends with these: shut down, crashed, idle in a transaction for too long; or it is one of a standby (25006). */
const ENDED = /^(08|57P|25P03|25P04|25006)/;

/** Wraps a client that is ours alone for now. `isLost`: whether its socket is gone. */
export function connectionOf(client: ClientBase, isLost: () => boolean): Connection {
  let broken = false;
  const failed = (thrown: unknown): Error => {
    const error = storeError(thrown);
    const state = sqlStateOf(error);
    // Without a state it was not the server that spoke.
    if (state === undefined || ENDED.test(state)) broken = true;
    return error;
  };
  return {
    session: client,
    get broken() {
      return broken || isLost();
    },
    async query(sql, parameters) {
      try {
        const { rows, rowCount } = await client.query(sql, parameters as unknown[] | undefined);
        return { rows: rows as never[], affectedRows: rowCount ?? 0 };
      } catch (thrown) {
        throw failed(thrown);
      }
    },
    async run(sql) {
      try {
        // Several statements at once have several results, which the driver's types do not know.
        const result = (await client.query(sql)) as QueryResult | QueryResult[];
        return Array.isArray(result) ? result : [result];
      } catch (thrown) {
        throw failed(thrown);
      }
    },
    discard() {
      broken = true;
    },
  };
}
