import type { Queryable } from '../queryable.ts';
import type { Connection } from './connection.ts';

/**
 * Which life of the server a session belongs to. A transaction's id tells who committed only within one: after a crash, or on a standby that was
 * promoted, the server may give out again the ids of transactions that never reached its disk. The life is kept in a table that PostgreSQL
 * itself empties then, and keeps over an orderly restart (UNLOGGED).
 */
export interface ServerLives {
  /** The life that this session began in; asked once a session. */
  of(connection: Connection): Promise<string | null>;
}

const SELECT = 'SELECT life FROM store_life';

export function createServerLives(): ServerLives {
  const known = new WeakMap<object, string>();
  return {
    async of(connection) {
      const before = known.get(connection.session);
      if (before !== undefined) return before;
      const life = (await read(connection)) ?? (await begin(connection));
      if (life !== null) known.set(connection.session, life);
      return life;
    },
  };
}

async function read(db: Queryable): Promise<string | null> {
  const { rows } = await db.query<{ life: string }>(SELECT);
  return rows[0]?.life ?? null;
}

async function begin(db: Queryable): Promise<string | null> {
  await db.query(
    'INSERT INTO store_life (life) VALUES (gen_random_uuid()::text) ON CONFLICT DO NOTHING',
  );
  return read(db);
}
