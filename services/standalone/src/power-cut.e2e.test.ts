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
  chance,
} from '@redress/testkit';
import { afterPowerCut, zeroPages } from './fixtures/rebuild/data-folder.ts';
import { REDRESS } from './fixtures/run-command.ts';

const LIMIT = 900_000;
const LIVES = 4;

let folder = '';
let sink: SmtpSink;
let running: RedressProcess | null = null;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-power-'));
  sink = await startSmtpSink();
  // Every mail on its own, so that each can be told.
  writeFileSync(path.join(folder, 'policy.yaml'), 'mailsPerOwnerAndHour: 100000\n');
});
afterAll(async () => {
  await running?.kill();
  await sink.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(data: string): Promise<RedressProcess> {
  running = await startRedress({
    command: REDRESS,
    dataDirectory: data,
    words: ['--no-samples'],
    environment: {
      SMTP_URL: sink.url,
      REDRESS_POLICY: path.join(folder, 'policy.yaml'),
      REDRESS_LOG_LEVEL: 'error',
    },
  });
  return running;
}

const feedbackOf = (customer: number): object =>
  aFeedback({
    channel: 'email',
    sourceId: String(customer),
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    customer: {
      identities: [{ type: 'email', value: `customer-${String(customer)}@example.com` }],
    },
  });

describe('a machine that goes down again and again in the middle of its work', () => {
  it(
    'loses nothing that was answered, decides everything once and mails nobody twice',
    async () => {
      const data = path.join(folder, 'in-the-middle');
      const random = chance(31);
      const acknowledged: string[] = [];
      let told = 0;
      for (let life = 0; life < LIVES; life += 1) {
        const redress = await start(data);
        const ends = setTimeout(() => void redress.kill(), 300 + random() * 2500);
        for (;;) {
          const feedback = Array.from({ length: 5 }, (_, index) => feedbackOf(told + index));
          const answer = await redress.ask('POST', '/v1/feedback', feedback).catch(() => null);
          if (answer === null || answer.status !== 202) break;
          told += 5;
          const one = await redress.ask('GET', '/v1/tasks?state=open&limit=1').catch(() => null);
          const id = (one?.body as { items?: { id: string }[] } | undefined)?.items?.[0]?.id;
          const act =
            id === undefined ? null : redress.ask('POST', `/v1/tasks/${id}/acknowledge`, {});
          if ((await act?.catch(() => null))?.status === 200) acknowledged.push(id ?? '');
        }
        await redress.gone;
        clearTimeout(ends);
        zeroPages(data, random, 8);
        afterPowerCut(data);
      }
      expect(told).toBeGreaterThan(0);
      expect(acknowledged.length).toBeGreaterThan(0);

      const last = await start(data);
      await eventually(
        'end of all that was taken',
        async () => {
          const stats = (await last.ask('GET', '/v1/stats')).body as Record<string, number>;
          return stats['inFlight'] === 0 ? true : null;
        },
        60_000,
      );
      const settled = await eventually(
        'end of all mails',
        async () => {
          const all = await everything(last, 'deliveries');
          return all.some(({ state }) => state === 'queued' || state === 'sending') ? null : all;
        },
        60_000,
      );
      const tasks = await everything(last, 'tasks');
      // What broke off unanswered may have been taken all the same.
      expect(tasks.length).toBeGreaterThanOrEqual(told);
      expect(new Set(tasks.map(({ customerId }) => customerId)).size).toBe(tasks.length);
      for (const id of acknowledged)
        expect(tasks.find((task) => task['id'] === id)).toMatchObject({ state: 'acknowledged' });

      const mailed = sink.mails.map(({ messageId }) => messageId);
      expect(new Set(mailed).size).toBe(mailed.length);
      const sent = settled
        .filter(({ state }) => state === 'sent')
        .map(({ messageId }) => messageId);
      expect(mailed).toEqual(expect.arrayContaining(sent));
      // Every other mail is one of which it is not known, and no owner hears twice of one task.
      const maybe = settled
        .filter(({ state }) => state === 'unknown')
        .map(({ messageId }) => messageId);
      // One that is being sent, and those whose end is not in the log yet.
      expect(maybe.length).toBeLessThanOrEqual(5 * LIVES);
      expect([...sent, ...maybe]).toEqual(expect.arrayContaining(mailed));
      expect(await last.stop()).toBe(0);
    },
    LIMIT,
  );
});

/** Every item of a list, all its pages. */
async function everything(
  redress: RedressProcess,
  list: 'tasks' | 'deliveries',
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await redress.ask('GET', `/v1/${list}?limit=200${query}`);
    const page = body as { items: Record<string, unknown>[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}
