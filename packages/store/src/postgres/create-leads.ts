import type { Lead } from '../queryable.ts';
import type { Session } from './open-session.ts';

/** Names that this process holds, as advisory locks of one session: the server gives them free when it ends, however it ends. */
export interface Leads {
  take(name: string): Promise<Lead | null>;
  /** Every lead that is still held is lost. */
  end(): Promise<void>;
}

/** The lock of a name; other users of the database are unlikely to have the same 64 bits. */
const KEY = `hashtextextended('redress lead ' || $1, 0)`;

/** Makes the leads; their session begins when one is first asked for. */
export function createLeads(openSession: () => Promise<Session>): Leads {
  /** Names that are held or on their way in or out: one session gets a lock of its own again, so it must not ask twice. */
  const held = new Map<string, AbortController>();
  let session: Promise<Session> | null = null;

  const lose = (): void => {
    session = null;
    const losses = [...held.values()];
    held.clear();
    for (const loss of losses) loss.abort();
  };
  const current = (): Promise<Session> => {
    session ??= openSession().then(
      (opened) => {
        opened.lost.addEventListener('abort', lose);
        if (opened.lost.aborted) lose();
        return opened;
      },
      (error: unknown) => {
        session = null;
        throw error;
      },
    );
    return session;
  };
  const forget = (name: string, own: AbortController): void => {
    if (held.get(name) === own) held.delete(name);
  };
  const leadOf = (name: string, loss: AbortController, from: Session): Lead => ({
    lost: loss.signal,
    async release() {
      if (held.get(name) !== loss) return;
      const leaving = new AbortController();
      held.set(name, leaving);
      // Failing, the session ends and the lock with it.
      await from.query(`SELECT pg_advisory_unlock(${KEY})`, [name]).catch(() => undefined);
      forget(name, leaving);
    },
  });

  return {
    async take(name) {
      if (held.has(name)) return null;
      const loss = new AbortController();
      held.set(name, loss);
      try {
        const from = await current();
        const { rows } = await from.query<{ taken: boolean }>(
          `SELECT pg_try_advisory_lock(${KEY}) AS taken`,
          [name],
        );
        if (rows[0]?.taken === true) return leadOf(name, loss, from);
        forget(name, loss);
        return null;
      } catch (error) {
        forget(name, loss);
        throw error;
      }
    },
    async end() {
      const open = await session?.catch(() => null);
      await open?.end();
    },
  };
}
