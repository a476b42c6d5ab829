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
const BATCH = 50;
const KILLS = 21;
/** Lives end at these places, or at an arbitrary instant. */
const POINTS = ['after-log-append', 'after-commit-before-relay', 'after-smtp-250', null] as const;
/** Two minutes on a machine of its own; a busy one takes its time. */
const LIMIT = 420_000;

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

/** Sends batch after batch, from the first again after the last, until the process is gone. Answers the next batch that was not answered yes. */
async function send(
  redress: RedressProcess,
  all: readonly object[][],
  from: number,
): Promise<number> {
  for (let next = from; ; next += 1) {
    // A connection that broke off answers nothing: the batch is sent again to the next life.
    const answer = await redress
      .ask('POST', '/v1/feedback', all[next % all.length])
      .catch(() => null);
    if (answer === null) return next;
    expect(answer.status).toBe(202);
  }
}

describe('kill -9, again and again', () => {
  it(
    'ends with exactly the expected tasks, and no second mail but one that was cut off between sending and writing it down',
    async () => {
      const random = chance(20_261_122);
      const all = batches();
      let next = 0;
      for (let life = 0; life < KILLS; life += 1) {
        const point = POINTS[life % POINTS.length] ?? null;
        const redress = await start(
          point === null ? null : `${point}:${String(1 + Math.floor(random() * 12))}`,
        ).catch(() => null);
        // Killed before it was ready: what was in hand reached its point first.
        if (redress === null) continue;
        const timer = setTimeout(
          () => void redress.kill(),
          300 + random() * (point === null ? 1200 : 3000),
        );
        next = await send(redress, all, next);
        await redress.gone;
        clearTimeout(timer);
      }

      const last = await start(null);
      for (const batch of all)
        expect(await last.ask('POST', '/v1/feedback', batch)).toMatchObject({ status: 202 });
      const stats = async () => (await last.ask('GET', '/v1/stats')).body as Record<string, number>;
      await eventually(
        'end of all that was taken',
        async () => ((await stats())['inFlight'] === 0 ? true : null),
        60_000,
      );
      const ids = () => new Set(sink.mails.map(({ messageId }) => messageId));
      await eventually('mail for everybody', () => (ids().size >= CUSTOMERS ? true : null), 60_000);

      expect(await stats()).toMatchObject({
        received: CUSTOMERS * EACH,
        task: CUSTOMERS,
        // Content before they complained, or content while their task is open.
        outerLoopOnly: (CUSTOMERS * (EACH - 1)) / 2,
        joined: (CUSTOMERS * (EACH - 1)) / 2,
        dead: 0,
      });
      expect(await tasksOf(last)).toBe(CUSTOMERS);
      expect(ids().size).toBe(CUSTOMERS);
      expect(sink.mails.length - CUSTOMERS).toBeLessThanOrEqual(KILLS);
      expect(await last.stop()).toBe(0);
    },
    LIMIT,
  );
});

async function tasksOf(redress: RedressProcess): Promise<number> {
  const customers = new Set<string>();
  let count = 0;
  let after: string | null = '';
  while (after !== null) {
    const { body } = await redress.ask(
      'GET',
      `/v1/tasks?limit=100${after === '' ? '' : `&cursor=${encodeURIComponent(after)}`}`,
    );
    const page = body as { items: { customerId: string }[]; next: string | null };
    for (const { customerId } of page.items) customers.add(customerId);
    count += page.items.length;
    after = page.next;
  }
  expect(customers.size).toBe(count);
  return count;
}
