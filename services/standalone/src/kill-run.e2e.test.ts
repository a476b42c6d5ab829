import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aFeedback,
  eventually,
  startRedress,
  startSmtpSink,
  type RedressProcess,
  type SmtpSink,
} from '@redress/testkit';
import { REDRESS } from './fixtures/run-command.ts';

const CUSTOMERS = 400;
const EACH = 5;
const BATCH = 20;
/** Where a life ends, and by which pass of that place at the latest; null: at an arbitrary instant. */
const ENDS = [
  { point: 'after-log-append', within: 12 },
  { point: 'after-commit-before-relay', within: 6 },
  { point: 'after-smtp-250', within: 10 },
  null,
] as const;
const KILLS = 24;
/** Feedbacks of one request. */
const MOST_AT_ONCE = 500;
/** A named place is passed long before; one that is not fails the count of its kills. */
const PATIENCE_MS = 30_000;
/** Between two batches that were sent before: they are to be in the way, not to fill the machine. */
const AGAIN_MS = 1000;
/** A killed process has said everything when it is gone; the sink needs a moment to read it. */
const LAST_WORDS_MS = 50;
/** Two minutes where nothing else runs; a busy machine takes its time. */
const LIMIT = 900_000;

type Point = NonNullable<(typeof ENDS)[number]>['point'];

/** A small generator with a seed (mulberry32): the run is as random as it is repeatable. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Everybody complains once and is content four times, in mixed order. */
function batches(): object[][] {
  const from = Date.now() - 3_600_000;
  const feedback = Array.from({ length: CUSTOMERS * EACH }, (_, index) => {
    const [customer, turn] = [index % CUSTOMERS, Math.floor(index / CUSTOMERS)];
    const complains = turn === customer % EACH;
    return aFeedback({
      channel: 'email',
      sourceId: String(index),
      occurredAt: new Date(from + index * 1000).toISOString(),
      customer: {
        identities: [{ type: 'email', value: `customer-${String(customer)}@example.com` }],
      },
      score: { kind: 'nps', value: complains ? 1 : 10 },
      text: complains
        ? 'I was charged twice and nobody answers the phone.'
        : 'Great service, thank you!',
    });
  });
  return Array.from({ length: feedback.length / BATCH }, (_, index) =>
    feedback.slice(index * BATCH, (index + 1) * BATCH),
  );
}

let folder: string;
let sink: SmtpSink;
let running: RedressProcess | null = null;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-kill-'));
  // Every mail on its own, so that each can be told.
  writeFileSync(path.join(folder, 'policy.yaml'), 'mailsPerOwnerAndHour: 100000\n');
  sink = await startSmtpSink();
});
afterAll(async () => {
  await running?.kill();
  await sink.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(killAt: string | null): Promise<RedressProcess> {
  running = await startRedress({
    command: REDRESS,
    dataDirectory: path.join(folder, 'data'),
    words: ['--no-samples'],
    environment: {
      SMTP_URL: sink.url,
      REDRESS_POLICY: path.join(folder, 'policy.yaml'),
      REDRESS_LOG_LEVEL: 'error',
      ...(killAt === null ? {} : { REDRESS_KILL_AT: killAt }),
    },
  });
  return running;
}

/**
 * Sends batch after batch, and when those of this life are through, earlier ones again, until the process is gone.
 * Answers the next batch that was not answered yes. A connection that broke off answers nothing: its batch is sent again to the next life.
 */
async function sendUntilGone(
  redress: RedressProcess,
  all: readonly object[][],
  from: number,
  to: number,
): Promise<number> {
  for (let next = from, again = 0; ;) {
    const fresh = next < to;
    if (!fresh) await pause(AGAIN_MS);
    const batch = fresh ? all[next] : all[again % Math.max(1, next)];
    const answer = await redress.ask('POST', '/v1/feedback', batch).catch(() => null);
    if (answer === null) return next;
    expect(answer.status).toBe(202);
    if (fresh) next += 1;
    else again += 1;
  }
}

/** How the lives ended, and what the mail server had taken when each was over. */
interface Lives {
  readonly killed: Record<Point | 'anywhere', number>;
  /** Message-ID of the last mail of a life: with one mail at a time no other can be cut off between its 250 and its record. */
  readonly lastMails: string[];
}

async function liveAndDie(all: readonly object[][]): Promise<Lives> {
  const random = chance(20_261_122);
  const killed = {
    'after-log-append': 0,
    'after-commit-before-relay': 0,
    'after-smtp-250': 0,
    anywhere: 0,
  };
  const lastMails: string[] = [];
  let next = 0;
  for (let life = 0; life < KILLS; life += 1) {
    const before = sink.mails.length;
    const end = ENDS[life % ENDS.length] ?? null;
    const pass =
      end === null ? null : `${end.point}:${String(1 + Math.floor(random() * end.within))}`;
    const wait = end === null ? 200 + random() * 1500 : PATIENCE_MS;
    const redress = await start(pass).catch(diedEarly);
    let interrupted = end === null;
    if (redress !== null) {
      const timer = setTimeout(() => {
        interrupted = true;
        void redress.kill();
      }, wait);
      const share = Math.ceil((all.length * (life + 1)) / KILLS);
      next = await sendUntilGone(redress, all, next, share);
      await redress.gone;
      clearTimeout(timer);
    }
    killed[end === null || interrupted ? 'anywhere' : end.point] += 1;
    await pause(LAST_WORDS_MS);
    const last = sink.mails.length > before ? sink.mails.at(-1) : undefined;
    if (last !== undefined) lastMails.push(last.messageId);
  }
  return { killed, lastMails };
}

/** What was in hand can reach the place before the server is ready; that is a kill too. Whatever says a word ended otherwise. */
function diedEarly(thrown: unknown): null {
  expect(String(thrown)).toMatch(/ended before it was ready\. It said:\n$/);
  return null;
}

describe('kill -9, again and again', () => {
  it(
    'ends with exactly the expected tasks, and no second mail but one that was cut off between sending and writing it down',
    async () => {
      const all = batches();
      const { killed, lastMails } = await liveAndDie(all);
      expect(killed).toEqual({
        'after-log-append': KILLS / ENDS.length,
        'after-commit-before-relay': KILLS / ENDS.length,
        'after-smtp-250': KILLS / ENDS.length,
        anywhere: KILLS / ENDS.length,
      });

      const last = await start(null);
      // All of it again, whatever was answered before.
      const feedback = all.flat();
      for (let from = 0; from < feedback.length; from += MOST_AT_ONCE)
        expect(
          await last.ask('POST', '/v1/feedback', feedback.slice(from, from + MOST_AT_ONCE)),
        ).toMatchObject({ status: 202 });
      const stats = async () => (await last.ask('GET', '/v1/stats')).body as Record<string, number>;
      await eventually(
        'end of all that was taken',
        async () => ((await stats())['inFlight'] === 0 ? true : null),
        60_000,
      );
      const mailed = () => timesOf(sink.mails.map(({ messageId }) => messageId));
      await eventually(
        'mail for everybody',
        () => (mailed().size >= CUSTOMERS ? true : null),
        120_000,
      );
      const deliveries = await eventually('record of the last mail', async () => {
        const found = await listOf<DeliveryRow>(last, 'deliveries');
        return found.every(({ state }) => state === 'sent') ? found : null;
      });

      expect(await stats()).toMatchObject({
        received: CUSTOMERS * EACH,
        task: CUSTOMERS,
        // Content before they complained, or content while their task is open.
        outerLoopOnly: (CUSTOMERS * (EACH - 1)) / 2,
        joined: (CUSTOMERS * (EACH - 1)) / 2,
        dead: 0,
      });
      const tasks = await listOf<{ customerId: string }>(last, 'tasks');
      expect(tasks).toHaveLength(CUSTOMERS);
      expect(new Set(tasks.map(({ customerId }) => customerId)).size).toBe(CUSTOMERS);

      // One delivery a reason, one Message-ID a delivery, and nothing but these was mailed.
      const reasons = deliveries.map(({ recipient, taskId, kind, news }) =>
        JSON.stringify([recipient, taskId, kind, news]),
      );
      expect(reasons).toHaveLength(CUSTOMERS);
      expect(new Set(reasons).size).toBe(CUSTOMERS);
      expect([...mailed().keys()].sort()).toEqual(
        deliveries.map(({ messageId }) => messageId).sort(),
      );
      const windows = timesOf(lastMails);
      const tooOften = [...mailed()].filter(([id, times]) => times > 1 + (windows.get(id) ?? 0));
      expect(tooOften).toEqual([]);
      expect(sink.mails.length - CUSTOMERS).toBeLessThanOrEqual(KILLS);
      // The run would show nothing if no kill had met a window.
      expect(sink.mails.length - CUSTOMERS).toBeGreaterThanOrEqual(killed['after-smtp-250']);

      expect(await last.stop()).toBe(0);
    },
    LIMIT,
  );
});

interface DeliveryRow {
  readonly recipient: string;
  readonly taskId: string | null;
  readonly kind: string;
  readonly news: readonly unknown[];
  readonly state: string;
  readonly messageId: string;
}

/** Every item of a list, all its pages. */
async function listOf<T>(redress: RedressProcess, list: 'tasks' | 'deliveries'): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await redress.ask('GET', `/v1/${list}?limit=200${query}`);
    const page = body as { items: T[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function timesOf(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}
