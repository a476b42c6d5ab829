import { RedressError, backoffDelay } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';
import { escapeIdentifier } from 'pg';
import type { Session } from './open-session.ts';

/** Notifications between processes over one session, which is made anew when it is lost. */
export interface Channels {
  /** Best effort; calls that come before the one before has left share the next. */
  notify(channel: string): Promise<void>;
  /** Resolves when it is heard, or cannot be for now. */
  listen(channel: string, listener: () => void): Promise<() => Promise<void>>;
  end(): Promise<void>;
}

export interface ChannelsOptions {
  readonly openSession: (onNotification: (channel: string) => void) => Promise<Session>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Makes the channels; they connect when they are first used. */
export function createChannels({ openSession, clock, random, logger }: ChannelsOptions): Channels {
  const listeners = new Map<string, Set<() => void>>();
  const waiting = new Map<string, Promise<void>>();
  const stop = new AbortController();
  let leaving: Promise<unknown> = Promise.resolve();
  let session: Session | null = null;
  let keeping: Promise<void> | null = null;
  /** Settles with the attempt to connect that is going on, or was the last. */
  let attempt: Promise<unknown> = Promise.resolve();

  const call = (channel: string): void => {
    for (const listener of listeners.get(channel) ?? []) listener();
  };
  const connect = async (): Promise<Session> => {
    const opened = await openSession(call);
    if (stop.signal.aborted) await opened.end();
    for (const channel of listeners.keys()) await opened.query(listenTo(channel));
    session = opened;
    return opened;
  };
  const keep = async (): Promise<void> => {
    for (let tries = 1; !stop.signal.aborted; tries += 1) {
      const connecting = connect();
      attempt = connecting.catch(() => undefined);
      try {
        const { lost } = await connecting;
        // Something may have been missed meanwhile.
        if (tries > 1) for (const channel of listeners.keys()) call(channel);
        tries = 1;
        await aborted(lost);
      } catch (err) {
        logger.warn({ err }, 'store notifications are not heard');
      }
      session = null;
      await clock.sleep(
        backoffDelay(tries, { initial: FIRST_PAUSE_MS, max: LONGEST_PAUSE_MS, random }),
        stop.signal,
      );
    }
  };
  const current = async (): Promise<Session | null> => {
    keeping ??= keep();
    await attempt;
    return session;
  };
  const send = async (channel: string): Promise<void> => {
    waiting.delete(channel);
    const open = await current();
    if (open === null) throw notHeard();
    await open.query(`SELECT pg_notify($1, '')`, [channel]);
  };

  return {
    notify(channel) {
      const shared = waiting.get(channel);
      if (shared !== undefined) return shared;
      const next = leaving.then(() => send(channel));
      waiting.set(channel, next);
      leaving = next.catch(() => undefined);
      return next;
    },
    async listen(channel, listener) {
      // The same function twice is two listeners.
      const own = (): void => {
        listener();
      };
      const ofChannel = listeners.get(channel) ?? new Set();
      listeners.set(channel, ofChannel.add(own));
      const open = await current();
      // Where this fails the session is made anew, with all channels.
      await open?.query(listenTo(channel)).catch(() => undefined);
      return async () => {
        ofChannel.delete(own);
        if (ofChannel.size > 0 || listeners.get(channel) !== ofChannel) return;
        listeners.delete(channel);
        await session?.query(`UN${listenTo(channel)}`).catch(() => undefined);
      };
    },
    async end() {
      stop.abort();
      listeners.clear();
      await session?.end();
    },
  };
}

function listenTo(channel: string): string {
  return `LISTEN ${escapeIdentifier(channel)}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      resolve();
    };
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}

function notHeard(): RedressError {
  return new RedressError(
    'REDRESS_STORE_UNAVAILABLE',
    'Other processes could not be told of news in the store; they look by themselves in a while.',
    { retryable: true },
  );
}
