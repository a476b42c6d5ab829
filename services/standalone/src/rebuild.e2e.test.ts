import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoreDump } from '@redress/store/testing';
import {
  aFeedback,
  eventually,
  startRedress,
  startSmtpSink,
  type RedressProcess,
  type SmtpSink,
  chance,
} from '@redress/testkit';
import { afterPowerCut, dumpFolder, putBack, zeroPages } from './fixtures/rebuild/data-folder.ts';
import { REDRESS, linesOf, runCommand } from './fixtures/run-command.ts';

const LIMIT = 240_000;
/** Long enough for a courier to send what it should not. */
const WOULD_SEND_MS = 1500;
const CUSTOMERS = 8;

let folder = '';
let sink: SmtpSink;
let running: RedressProcess | null = null;
/** A folder whose server was killed when everything was done, its store then and some time before, and the mails that were sent. */
let original = '';
let older = '';
let expected: StoreDump;
let mails: number;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-rebuilt-'));
  sink = await startSmtpSink();
  // Every mail on its own, so that each can be told.
  writeFileSync(path.join(folder, 'policy.yaml'), 'mailsPerOwnerAndHour: 100000\n');
  original = path.join(folder, 'original');
  older = path.join(folder, 'older-store');
  const first = await start(original);
  await complain(first, 0, CUSTOMERS / 2);
  await work(first);
  await first.kill();
  cpSync(path.join(original, 'store'), older, { recursive: true });
  const second = await start(original);
  await complain(second, CUSTOMERS / 2, CUSTOMERS);
  await work(second);
  await second.kill();
  expected = await dumpFolder(original);
  mails = sink.mails.length;
}, LIMIT);
afterEach(async () => {
  await running?.kill();
});
afterAll(async () => {
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

/** Complaints of some customers, decided and mailed. */
async function complain(redress: RedressProcess, from: number, to: number): Promise<void> {
  const feedback = Array.from({ length: to - from }, (_, index) => feedbackOf(from + index));
  expect(await redress.ask('POST', '/v1/feedback', feedback)).toMatchObject({ status: 202 });
  await eventually('all that was mailed', async () => {
    const { body } = await redress.ask('GET', '/v1/deliveries?limit=200');
    const { items } = body as { items: { state: string }[] };
    return items.length >= to && items.every(({ state }) => state === 'sent') ? true : null;
  });
}

/** What an owner does with two tasks; each is answered once the log has it. */
async function work(redress: RedressProcess): Promise<void> {
  const { body } = await redress.ask('GET', '/v1/tasks?state=open');
  const [one, other] = (body as { items: { id: string }[] }).items;
  const steps: [string, string, object][] = [
    [one?.id ?? '', 'acknowledge', {}],
    [one?.id ?? '', 'note', { text: 'prefers mornings' }],
    [
      other?.id ?? '',
      'promise',
      { text: 'We call you.', dueAt: new Date(Date.now() + 86_400_000).toISOString() },
    ],
  ];
  for (const [id, name, given] of steps)
    expect(await redress.ask('POST', `/v1/tasks/${id}/${name}`, given)).toMatchObject({
      status: 200,
    });
  const owner = {
    id: 'kim',
    email: 'kim@example.com',
    timeZone: 'UTC',
    languages: ['en'],
    teams: [],
  };
  expect(await redress.ask('PUT', '/v1/owners', owner)).toMatchObject({ status: 200 });
}

function copyOf(name: string): string {
  const data = path.join(folder, name);
  cpSync(original, data, { recursive: true });
  return data;
}

/** Starts on a folder, gives it time to do what it must not, stops it, and looks at its store. */
async function expectAsItWas(data: string): Promise<string> {
  const redress = await start(data);
  await new Promise((resolve) => setTimeout(resolve, WOULD_SEND_MS));
  expect((await redress.ask('GET', '/v1/stats')).body).toMatchObject({
    received: CUSTOMERS,
    task: CUSTOMERS,
    inFlight: 0,
  });
  expect(await redress.stop()).toBe(0);
  expectSame(await dumpFolder(data));
  expect(sink.mails.length).toBe(mails);
  return redress.output();
}

function expectSame(dump: StoreDump): void {
  for (const [table, rows] of Object.entries(expected))
    expect({ table, rows: dump[table] }).toEqual({ table, rows });
}

describe('redress rebuild', () => {
  it(
    'gives the same store again, says what it made, and nobody gets a mail for it',
    async () => {
      const data = copyOf('by-command');
      const made = await runCommand(['rebuild', '--data-dir', data]);
      expect(made).toMatchObject({ code: 0, stderr: '' });
      expect(linesOf(made.stdout)).toMatchObject([
        { feedback: CUSTOMERS, tasks: CUSTOMERS, deliveries: CUSTOMERS, unreadable: 0 },
      ]);
      expectSame(await dumpFolder(data));
      expect(await expectAsItWas(data)).not.toContain('made again');
      // The store before is kept, the latest alone, or none.
      const kept = (): string[] =>
        readdirSync(data).filter((name) => name.includes('before-rebuild'));
      expect(kept()).toHaveLength(1);
      const [before] = kept();
      await runCommand(['rebuild', '--data-dir', data]);
      expect(kept()).toHaveLength(1);
      expect(kept()).not.toEqual([before]);
      await runCommand(['rebuild', '--data-dir', data, '--no-keep']);
      expect(kept()).toEqual([]);
      expectSame(await dumpFolder(data));
    },
    LIMIT,
  );

  it(
    'is refused while the server runs, and where the log tells nothing',
    async () => {
      const data = copyOf('running');
      const redress = await start(data);
      expect(await runCommand(['rebuild', '--data-dir', data])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(redress.address) as unknown,
      });
      await redress.kill();
      const empty = path.join(folder, 'empty');
      expect(await runCommand(['rebuild', '--data-dir', empty])).toMatchObject({
        code: 2,
        stdout: '',
      });
    },
    LIMIT,
  );

  it(
    'begins anew wherever it was killed',
    async () => {
      const data = copyOf('killed');
      const random = chance(4);
      for (let round = 0; round < 6; round += 1) {
        const killed = runCommand(['rebuild', '--data-dir', data], {
          killAfterMs: 300 + random() * 2500,
        });
        await killed;
      }
      await expectAsItWas(data);
      expect(readdirSync(data).filter((name) => name.includes('rebuilding'))).toEqual([]);
    },
    LIMIT,
  );
});

describe('a store that is not to be relied on is made again by itself', () => {
  it(
    'where it was put back to an older copy',
    async () => {
      const data = copyOf('older');
      putBack(data, older);
      expect(await expectAsItWas(data)).toContain(
        'The store is older than the log. It is made again from the log.',
      );
    },
    LIMIT,
  );

  it(
    'where it was put back to an older copy, and the machine went down',
    async () => {
      const data = copyOf('older-and-cut');
      putBack(data, older);
      afterPowerCut(data);
      expect(await expectAsItWas(data)).toContain('The machine went down while Redress ran');
      // Once is enough.
      expect(await expectAsItWas(data)).not.toContain('made again');
    },
    LIMIT,
  );

  it.each([1, 2, 3])(
    'where pages are zeros and the machine went down (seed %i)',
    async (seed) => {
      const data = copyOf(`zeros-${String(seed)}`);
      zeroPages(data, chance(seed), 12);
      afterPowerCut(data);
      expect(await expectAsItWas(data)).toContain('made again');
    },
    LIMIT,
  );

  it(
    'where it is missing, and where it does not open',
    async () => {
      const missing = copyOf('missing');
      rmSync(path.join(missing, 'store'), { recursive: true });
      expect(await expectAsItWas(missing)).toContain('The store is missing.');
      const broken = copyOf('broken');
      rmSync(path.join(broken, 'store', 'global'), { recursive: true });
      expect(await expectAsItWas(broken)).toContain('The store does not open.');
    },
    LIMIT,
  );

  it(
    'also where that was cut short: the word of the lock outlasts it',
    async () => {
      const data = copyOf('cut-again');
      zeroPages(data, chance(9), 12);
      afterPowerCut(data);
      const killed = await runCommand(
        ['start', '--data-dir', data, '--port', '0', '--no-samples'],
        { killAfterMs: 1500 },
      );
      expect(killed.stdout).toBe('');
      // The one before is out of the way, and the new one not yet in its place.
      const between = await runCommand(
        ['start', '--data-dir', data, '--port', '0', '--no-samples'],
        {
          environment: { REDRESS_KILL_AT: 'between-stores:1' },
        },
      );
      expect(between).toMatchObject({ code: null, stdout: '' });
      expect(readdirSync(data)).not.toContain('store');
      expect(await expectAsItWas(data)).toContain('The machine went down while Redress ran');
    },
    LIMIT,
  );
});
