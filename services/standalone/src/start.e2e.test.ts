import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aFeedback, eventually, startRedress, type RedressProcess } from '@redress/testkit';
import { REDRESS, linesOf, runCommand } from './fixtures/run-command.ts';

const LIMIT = 120_000;

let folder = '';
let running: RedressProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-e2e-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((redress) => redress.kill()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(words: readonly string[] = ['--no-samples']): Promise<RedressProcess> {
  const redress = await startRedress({ command: REDRESS, dataDirectory: dataOf(), words });
  running.push(redress);
  return redress;
}
const dataOf = (): string => path.join(folder, 'data');
const mailsOf = (): readonly string[] =>
  readdirSync(path.join(dataOf(), 'outbox')).filter((name) => name.endsWith('.eml'));
const mail = () => (mailsOf().length > 0 ? mailsOf() : null);
const itemsOf = ({ body }: { body: unknown }) =>
  (body as { items: Record<string, unknown>[] }).items;

/** A complaint whose mail waits for no revision. */
const complaint = () =>
  aFeedback({ channel: 'email', occurredAt: new Date(Date.now() - 60_000).toISOString() });

describe('redress start', () => {
  it(
    'makes a task with an owner and one mail of a detractor, and after kill -9 and a start still one of each',
    async () => {
      const first = await start();
      expect(await first.ask('POST', '/v1/feedback', complaint())).toMatchObject({ status: 202 });
      const tasks = await eventually('task', async () => {
        const items = itemsOf(await first.ask('GET', '/v1/tasks'));
        return items.length > 0 ? items : null;
      });
      expect(tasks).toMatchObject([
        {
          state: 'open',
          owner: 'operator',
          causes: expect.arrayContaining(['billing-amount']) as unknown,
        },
      ]);
      await eventually('mail', mail);
      await first.kill();

      const second = await start();
      expect(await second.ask('POST', '/v1/feedback', complaint())).toMatchObject({ status: 202 });
      await eventually('end of all that was in hand', async () => {
        const { body } = await second.ask('GET', '/v1/stats');
        return (body as { inFlight: number }).inFlight === 0 ? true : null;
      });
      expect(itemsOf(await second.ask('GET', '/v1/tasks')).map(({ id }) => id)).toEqual(
        tasks.map(({ id }) => id),
      );
      expect((await second.ask('GET', '/v1/stats')).body).toMatchObject({
        received: 1,
        task: 1,
        dead: 0,
      });
      expect(mailsOf()).toHaveLength(1);
      expect(await second.stop()).toBe(0);
    },
    LIMIT,
  );

  it(
    'serves commands on its folder: ingest puts a bad line aside, tail shows, token signs in, doctor is content',
    async () => {
      const redress = await start();
      const on = (...words: string[]) =>
        runCommand([...words, '--data-dir', dataOf()], { cwd: folder });
      const file = path.join(folder, 'answers.jsonl');
      writeFileSync(
        file,
        [
          JSON.stringify(complaint()),
          '{ broken',
          JSON.stringify({ ...complaint(), sourceId: 'b', channel: 'fax' }),
        ].join('\n'),
      );

      const ingested = await on('ingest', file);
      expect(ingested).toMatchObject({ code: 1, stdout: '{"accepted":1,"rejected":2}\n' });
      expect(ingested.stderr).toMatch(
        /answers\.jsonl:2: is no JSON\n.*answers\.jsonl:3: channel /s,
      );
      const aside = readdirSync(folder).find((name) => name.startsWith('rejected-'));
      expect(readFileSync(path.join(folder, aside ?? ''), 'utf8').split('\n')).toHaveLength(3);

      await eventually(
        'decision',
        async () => linesOf((await on('tail', 'feedback.decided.v1', '--no-follow')).stdout)[0],
      );
      expect(linesOf((await on('lag')).stdout)).toHaveLength(8);
      const token = (await on('token', 'create', '--owner', 'operator')).stdout.trim();
      const answer = await fetch(`${redress.address}/v1/tasks`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      expect(await on('token', 'create', '--owner', 'nobody')).toMatchObject({
        code: 2,
        stdout: '',
      });
      const doctor = await on('doctor');
      expect(doctor.stdout).not.toContain('WRONG');
      expect(doctor.code).toBe(0);
      expect(await on('start', '--port', '0')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('is in use') as unknown,
      });
    },
    LIMIT,
  );

  it(
    'names a taken port, and opens the folder itself for a command when no server runs',
    async () => {
      const redress = await start();
      const port = new URL(redress.address).port;
      const other = path.join(folder, 'other');
      const taken = await runCommand(['start', '--data-dir', other, '--port', port]);
      expect(taken.code).toBe(1);
      expect(taken.stderr).toContain(
        `redress: Port ${port} on 127.0.0.1 is taken; choose another with --port, or stop what uses it.`,
      );

      const file = path.join(folder, 'answers.jsonl');
      writeFileSync(file, JSON.stringify(complaint()));
      expect(
        await runCommand(['ingest', file, '--data-dir', other], { cwd: folder }),
      ).toMatchObject({ code: 0 });
      const decided = await runCommand([
        'tail',
        'feedback.decided.v1',
        '--no-follow',
        '--data-dir',
        other,
      ]);
      expect(linesOf(decided.stdout)).toMatchObject([{ event: { data: { outcome: 'task' } } }]);
    },
    LIMIT,
  );

  it(
    'plays the samples into a new folder within a minute, apart from all figures, and takes them away',
    async () => {
      const redress = await start([]);
      await eventually(
        'end of the samples',
        async () => {
          const { samples } = (await redress.ask('GET', '/v1/stats')).body as {
            samples: { received: number; inFlight: number; task: number };
          };
          return samples.received > 40 && samples.inFlight === 0 && samples.task >= 8
            ? samples
            : null;
        },
        60_000,
      );
      await eventually('mail', mail);
      expect((await redress.ask('GET', '/v1/stats')).body).toMatchObject({ received: 0 });
      const removed = await runCommand(['samples', 'remove', '--data-dir', dataOf()]);
      expect(removed.code).toBe(0);
      expect((await redress.ask('GET', '/v1/stats')).body).toMatchObject({
        samples: { received: 0 },
      });
      expect(itemsOf(await redress.ask('GET', '/v1/tasks'))).toEqual([]);
    },
    LIMIT,
  );
});
