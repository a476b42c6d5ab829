import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPICS, encodeEvent, partitionOfKey } from '@redress/contracts';
import { openEmbeddedLog } from '@redress/event-log';
import { systemClock } from '@redress/runtime';
import { aFeedback, eventually, startRedress, type RedressProcess } from '@redress/testkit';
import { REDRESS, linesOf, runCommand } from './fixtures/run-command.ts';

const LIMIT = 240_000;
const PAGE = path.join(import.meta.dirname, '../../../docs/events.md');

let folder: string;
let data: string;
let running: RedressProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-dead-'));
  data = path.join(folder, 'data');
});
afterEach(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<RedressProcess> {
  const policy = path.join(folder, 'policy.yaml');
  writeFileSync(policy, 'ops: { addresses: [operations@example.org] }\n');
  running = await startRedress({
    command: REDRESS,
    dataDirectory: data,
    words: ['--no-samples'],
    environment: { REDRESS_POLICY: policy },
  });
  return running;
}
const on = (...words: string[]) => runCommand([...words, '--data-dir', data]);
const listed = async (...words: string[]) =>
  linesOf((await on('dead-letters', 'list', ...words)).stdout);
const statsOf = async (redress: RedressProcess) =>
  (await redress.ask('GET', '/v1/stats')).body as Record<string, number>;
const settled = (redress: RedressProcess, expected: Record<string, number>) =>
  eventually(
    'end of all that was in hand',
    async () => {
      const stats = await statsOf(redress);
      return Object.entries(expected).every(([name, count]) => stats[name] === count)
        ? stats
        : null;
    },
    60_000,
  );

describe('dead letters of a data folder', () => {
  it(
    'are listed without words, put back once by what they are, and counted once all the way',
    async () => {
      const first = await start();
      await first.ask('POST', '/v1/feedback', aFeedback({ sourceId: 'well' }));
      await settled(first, { received: 1, inFlight: 0 });
      expect(await first.stop()).toBe(0);

      // What no ingestor writes: broken bytes, and an event of a later release.
      const log = openEmbeddedLog({ directory: path.join(data, 'log'), clock: systemClock });
      const later = encodeEvent({
        id: 'later',
        type: 'feedback.received.v2',
        source: 'test',
        time: systemClock.now(),
        data: { feedbackId: 'f-later', words: 'You came so late.' },
      });
      const partitions = TOPICS['feedback.received.v1'].partitions;
      await log.publish(
        [Buffer.from('{"text":"You came so la'), later].map((value, index) => ({
          topic: 'feedback.received.v1' as const,
          partition: partitionOfKey(String(index), partitions),
          key: `key-${String(index)}`,
          value,
        })),
      );
      await log.close();

      const second = await start();
      await settled(second, { received: 3, dead: 2, inFlight: 0 });
      const letters = await listed();
      expect(letters.map(({ reason }) => reason).sort()).toEqual([
        'is no JSON in UTF-8',
        'newer version: is of type feedback.received.v2',
      ]);
      expect(JSON.stringify(letters)).not.toContain('late');
      expect(JSON.stringify(await listed('--bytes'))).toContain('You came so late.');

      const dry = await on('dead-letters', 'replay', '--reason', 'newer version', '--dry-run');
      expect(linesOf(dry.stdout)).toMatchObject([{ outcome: 'would be replayed' }]);
      expect(await statsOf(second)).toMatchObject({ dead: 2 });

      const replayed = await on('dead-letters', 'replay', '--reason', 'newer version');
      expect(replayed).toMatchObject({ code: 0, stderr: '1 replayed.\n' });
      // It is still of a later release, so it is parked anew, and the figures know one feedback.
      await eventually('second parking', async () =>
        (await listed('--reason', 'newer version')).length === 2 ? true : null,
      );
      await settled(second, { received: 3, dead: 2, inFlight: 0 });
      expect(await listed('--replayed')).toHaveLength(1);
      expect(await listed('--no-replayed')).toHaveLength(2);

      expect((await on('dead-letters', 'replay')).stderr).toBe('2 replayed.\n');
      await settled(second, { received: 3, dead: 2, inFlight: 0 });
      const id = String((await listed('--replayed'))[0]?.['id']);
      expect((await on('dead-letters', 'replay', '--id', id)).stderr).toBe('1 replayed before.\n');
      expect(await on('dead-letters', 'list', '--id', 'none')).toMatchObject({
        code: 2,
        stderr: 'redress: There is no dead letter of the id none.\n',
      });
      const doctor = (await on('doctor')).stdout;
      expect(doctor).not.toContain('WRONG');
      expect(doctor).toContain('Trouble with Redress itself is mailed to 1 address.');

      // The watch looked within its half minute, and nobody reads a customer's words in its mail.
      const outbox = path.join(data, 'outbox');
      const [name = ''] = await eventually(
        'mail to the operators',
        async () => {
          const mails = readdirSync(outbox).filter((one) => one.startsWith('ops-'));
          return mails.length > 0 ? mails : null;
        },
        60_000,
      );
      const mail = readFileSync(path.join(outbox, name), 'utf8');
      expect(mail).toContain('To: operations@example.org');
      expect(mail).toContain('Subject: Redress: trouble: feedback could not be handled');
      expect(mail).not.toContain('so late');
    },
    LIMIT,
  );
});

describe('docs/events.md', () => {
  it(
    'shows lines for a shell that run: every topic is read with one of them',
    async () => {
      const redress = await start();
      await redress.ask('POST', '/v1/feedback', aFeedback({ sourceId: 'one' }));
      await settled(redress, { received: 1, inFlight: 0 });
      const lines = [
        ...readFileSync(PAGE, 'utf8').matchAll(/^npm run --silent redress -- (tail .*)$/gm),
      ];
      expect(lines.length).toBeGreaterThanOrEqual(12);
      const read = new Map<string, number>();
      for (const [, words = ''] of lines) {
        const result = await on(...words.split(' '));
        expect([words, result.code, result.stderr]).toEqual([words, 0, '']);
        read.set(words.split(' ')[1] ?? '', linesOf(result.stdout).length);
      }
      expect(read.get('feedback.received.v1')).toBe(1);
      expect(read.get('tasks.v1')).toBeGreaterThan(0);

      const places = await on('tail', 'feedback.received.v1', '--no-follow', '--headers-only');
      expect(linesOf(places.stdout)).toMatchObject([
        { topic: 'feedback.received.v1', erased: false },
      ]);
      expect(places.stdout).not.toContain('"event"');
      const [{ key } = { key: '' }] = linesOf(places.stdout);
      const counted = async (...words: string[]) =>
        linesOf((await on('tail', 'feedback.received.v1', '--no-follow', ...words)).stdout).length;
      expect(await counted('--key', String(key))).toBe(1);
      expect(await counted('--key', 'other')).toBe(0);
      expect(await counted('--since', new Date(Date.now() + 60_000).toISOString())).toBe(0);
      expect(await on('lag', '--max', '0')).toMatchObject({ code: 0, stderr: '' });
    },
    LIMIT,
  );
});
