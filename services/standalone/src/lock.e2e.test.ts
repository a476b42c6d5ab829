import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startRedress } from '@redress/testkit';
import { REDRESS, runCommand } from './fixtures/run-command.ts';

const LIMIT = 240_000;
const RACES = 100;
const RACERS = 3;

let folder = '';
let data = '';
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-lock-'));
  data = path.join(folder, 'data');
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function racer(): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'fixtures/lock-racer.mjs'), { execArgv: [] });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function ask(child: ChildProcess, message: object): Promise<Record<string, unknown>> {
  child.send(message);
  const [answer] = (await once(child, 'message')) as [Record<string, unknown>];
  return answer;
}

const holder = (): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(data, 'lock'), 'utf8')) as Record<string, unknown>;

describe('the lock of a data folder', () => {
  it(
    `of a dead holder goes to one of ${String(RACERS)} processes that start at once, each of ${String(RACES)} times`,
    async () => {
      const racers = await Promise.all(Array.from({ length: RACERS }, racer));
      await ask(racers[0]!, { take: data });
      await ask(racers[0]!, { give: true });
      const dead = await racer();
      await ask(dead, { take: data });
      const left = readFileSync(path.join(data, 'lock'), 'utf8');
      dead.kill('SIGKILL');
      await once(dead, 'exit');
      for (let race = 0; race < RACES; race += 1) {
        writeFileSync(path.join(data, 'lock'), left);
        const answers = await Promise.all(racers.map((child) => ask(child, { take: data })));
        expect(answers.filter(({ taken }) => taken === true)).toHaveLength(1);
        for (const { taken, code } of answers)
          if (taken === false) expect(code).toBe('REDRESS_DATA_FOLDER_IN_USE');
        const winner = racers[answers.findIndex(({ taken }) => taken === true)];
        expect(holder()['pid']).toBe(winner?.pid);
        for (const child of racers) await ask(child, { give: true });
      }
      expect(readdirSync(data).filter((name) => name.startsWith('lock'))).toEqual([]);
    },
    LIMIT,
  );

  it(
    'is taken over from a process that was killed, and names who has it to everybody else within a second',
    async () => {
      const first = await startRedress({
        command: REDRESS,
        dataDirectory: data,
        words: ['--no-samples'],
      });
      const child = await racer();
      const from = Date.now();
      expect(await ask(child, { take: data })).toMatchObject({
        taken: false,
        code: 'REDRESS_DATA_FOLDER_IN_USE',
      });
      expect(Date.now() - from).toBeLessThan(1000);
      const refused = await runCommand(['start', '--data-dir', data, '--port', '0']);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain(
        `is in use: process ${String(holder()['pid'])} has it and answers at ${first.address}.`,
      );
      await first.kill();
      expect(await ask(child, { take: data })).toMatchObject({ taken: true });
      expect(holder()['pid']).toBe(child.pid);
    },
    LIMIT,
  );

  it(
    'is used by a command while a server has it, and opened by it when none has',
    async () => {
      const redress = await startRedress({
        command: REDRESS,
        dataDirectory: data,
        words: ['--no-samples'],
      });
      const on = (...words: string[]) => runCommand([...words, '--data-dir', data]);
      expect((await on('doctor')).stdout).toContain('A server runs on');
      await redress.kill();
      expect((await on('doctor')).stdout).toContain('opens: its lock');
    },
    LIMIT,
  );
});
