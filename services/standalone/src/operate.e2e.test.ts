import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aFeedback, eventually, startRedress, type RedressProcess } from '@redress/testkit';
import { REDRESS, runCommand } from './fixtures/run-command.ts';

const LIMIT = 120_000;
/** Orchestrators kill after 30 s. */
const DRAIN_MS = 25_000;

let folder: string;
let data: string;
let running: RedressProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-operate-'));
  data = path.join(folder, 'data');
});
afterEach(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<RedressProcess> {
  running = await startRedress({ command: REDRESS, dataDirectory: data, words: ['--no-samples'] });
  return running;
}

const complaintOf = (name: string, given: Parameters<typeof aFeedback>[0] = {}) =>
  aFeedback({
    channel: 'email',
    sourceId: name,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    customer: { identities: [{ type: 'email', value: `${name}@example.com` }] },
    ...given,
  });
const statsOf = async (redress: RedressProcess) =>
  (await redress.ask('GET', '/v1/stats')).body as Record<string, number>;
const settled = (redress: RedressProcess) =>
  eventually(
    'end of all that was in hand',
    async () => ((await statsOf(redress))['inFlight'] === 0 ? true : null),
    60_000,
  );

describe('a server', () => {
  it(
    'drains at SIGTERM while feedback comes in, ends with 0, and knows everything it answered for at the next start',
    async () => {
      const first = await start();
      let taken = 0;
      let refused = false;
      const send = async (sender: number): Promise<void> => {
        for (let batch = 0; !refused; batch += 1) {
          const names = Array.from(
            { length: 20 },
            (_, one) => `c${String(sender)}-${String(batch)}-${String(one)}`,
          );
          // Whatever is not answered yes was not promised.
          const answer = await first
            .ask(
              'POST',
              '/v1/feedback',
              names.map((name) => complaintOf(name)),
            )
            .catch(() => null);
          if (answer?.status === 202) taken += names.length;
          else refused = true;
        }
      };
      const senders = Promise.all([send(1), send(2), send(3)]);
      await eventually('feedback under way', () => (taken >= 200 ? true : null), 60_000);
      const from = Date.now();
      expect(await first.stop()).toBe(0);
      expect(Date.now() - from).toBeLessThan(DRAIN_MS);
      await senders;

      const second = await start();
      await settled(second);
      const { received, dead } = await statsOf(second);
      expect(received).toBeGreaterThanOrEqual(taken);
      expect(dead).toBe(0);
      expect(await second.stop()).toBe(0);
      expect(await runCommand(['doctor', '--data-dir', data])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('The counts add up') as unknown,
      });
    },
    LIMIT,
  );

  it(
    'decides and shows what comes from a source in shadow, and mails once it is live',
    async () => {
      const redress = await start();
      const outbox = path.join(data, 'outbox');
      const mails = () =>
        (existsSync(outbox) ? readdirSync(outbox) : []).filter((name) => name.endsWith('.eml'));
      const deliveries = async () =>
        ((await redress.ask('GET', '/v1/deliveries')).body as { items: { state: string }[] }).items;

      expect(await redress.ask('POST', '/v1/sources/reviews/shadow')).toMatchObject({
        status: 200,
      });
      await redress.ask('POST', '/v1/feedback', complaintOf('ann', { source: 'reviews' }));
      const [shadowed] = await eventually('delivery', async () => {
        const found = await deliveries();
        return found.length > 0 ? found : null;
      });
      expect(shadowed).toMatchObject({ state: 'shadow' });
      expect(await statsOf(redress)).toMatchObject({ task: 1 });
      expect(mails()).toEqual([]);

      expect(await redress.ask('POST', '/v1/sources/reviews/live')).toMatchObject({ status: 200 });
      await redress.ask('POST', '/v1/feedback', complaintOf('bob', { source: 'reviews' }));
      await eventually('mail', () => (mails().length > 0 ? true : null));
      expect(mails()).toHaveLength(1);
      expect((await deliveries()).filter(({ state }) => state === 'sent')).toHaveLength(1);
    },
    LIMIT,
  );

  it(
    'answers an address that cannot be read as a problem',
    async () => {
      const { address } = await start();
      const response = await fetch(`${address}/%zz`);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await response.json()).toMatchObject({
        status: 400,
        detail: 'This address cannot be read. Nothing was changed.',
      });
    },
    LIMIT,
  );

  it(
    'says in a sentence that the folder is of a newer release, and ends with 1',
    async () => {
      mkdirSync(data);
      writeFileSync(path.join(data, 'version.json'), '{"format":999}\n');
      expect(await runCommand(['start', '--data-dir', data, '--port', '0'])).toEqual({
        code: 1,
        stdout: '',
        stderr: `redress: The data folder ${data} has format 999 and this release knows up to 1: start the release that wrote it, or a newer one.\n`,
      });
    },
    LIMIT,
  );
});
