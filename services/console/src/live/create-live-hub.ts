import type { ServerResponse } from 'node:http';
import { NEWS_CHANNEL, mergeNews, readNews } from '@redress/hot-state';
import type { HotState, News } from '@redress/hot-state';

export interface LiveHubOptions {
  readonly hotState: Pick<HotState, 'subscribe'>;
  /** Milliseconds between two comments that keep a silent stream open (20,000). */
  readonly heartbeatMs?: number;
}

/** The open pages of this process, each a stream of server-sent events. */
export interface LiveHub {
  /** Why there is no room for one more stream of this caller, as a status; null where there is. */
  refusal(caller: string): 429 | 503 | null;
  /** Takes in a stream whose headers are out; it hears of all news from when this resolves, until it ends. */
  join(stream: ServerResponse, caller: string): Promise<void>;
  readonly size: number;
  /** Ends every stream; none is taken in after it. */
  close(): Promise<void>;
}

/** News of this long are told as one: pages look again a few times a second at most. */
const GATHER_MS = 100;
const HEARTBEAT_MS = 20_000;
/** After these heartbeats a stream ends and its page opens another: a session that ended meanwhile is not let in again. */
const MOST_HEARTBEATS = 30;
const MOST_STREAMS = 500;
const MOST_OF_ONE_CALLER = 20;
/** Bytes for a page that does not read; with more it is dropped and opens another when it is awake. */
const MOST_UNREAD = 64 * 1024;
/** How long a page waits before it opens another. */
const RETRY_MS = 2_000;
/** What a later release tells in words of its own. */
const SOMETHING: News = { tasks: null, deliveries: 1 };

interface Member {
  readonly caller: string;
  heartbeats: number;
}

/** Passes news on to open pages: that something changed, by ids; what it is they ask for themselves. */
export function createLiveHub({ hotState, heartbeatMs = HEARTBEAT_MS }: LiveHubOptions): LiveHub {
  const members = new Map<ServerResponse, Member>();
  let gathered: News[] = [];
  let gathering: NodeJS.Timeout | undefined;
  let reaches = true;
  let closed = false;
  let listening: Promise<() => Promise<void>> | null = null;

  const write = (stream: ServerResponse, text: string): void => {
    if (stream.writableLength > MOST_UNREAD) stream.destroy();
    else stream.write(text);
  };
  const tellAll = (event: string, data: unknown): void => {
    for (const stream of members.keys()) write(stream, eventText(event, data));
  };
  const onNews = (message: string): void => {
    gathered.push(readNews(message) ?? SOMETHING);
    gathering ??= setTimeout(() => {
      tellAll('news', mergeNews(gathered));
      gathered = [];
      gathering = undefined;
    }, GATHER_MS);
  };
  const listen = (): Promise<() => Promise<void>> =>
    hotState.subscribe(NEWS_CHANNEL, onNews, (now) => {
      reaches = now;
      tellAll('reach', { live: now });
    });
  const beat = setInterval(() => {
    for (const [stream, member] of members) {
      member.heartbeats += 1;
      if (member.heartbeats > MOST_HEARTBEATS) stream.end();
      else write(stream, ': still here\n\n');
    }
  }, heartbeatMs).unref();

  return {
    get size() {
      return members.size;
    },
    refusal(caller) {
      if (closed || members.size >= MOST_STREAMS) return 503;
      const own = [...members.values()].filter((member) => member.caller === caller).length;
      return own >= MOST_OF_ONE_CALLER ? 429 : null;
    },
    async join(stream, caller) {
      if (closed) {
        stream.end();
        return;
      }
      // Counted from now on; what is told before the subscription stands is not for it.
      members.set(stream, { caller, heartbeats: 0 });
      stream.once('close', () => members.delete(stream));
      try {
        listening ??= listen();
        await listening;
      } catch {
        listening = null;
        stream.end();
      }
      if (stream.writableEnded || stream.destroyed) return;
      write(stream, `retry: ${String(RETRY_MS)}\n${eventText('reach', { live: reaches })}`);
    },
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(gathering);
      for (const stream of members.keys()) stream.end();
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}

function eventText(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
