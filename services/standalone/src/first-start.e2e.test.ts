import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aFeedback, eventually, startRedress, type RedressProcess, chance } from '@redress/testkit';
import { REDRESS, runCommand } from './fixtures/run-command.ts';
import { testRuns } from './fixtures/config.ts';

/** Places that a first start passes, in order. */
const PLACES = [
  'after-folder-made',
  'after-lock',
  'after-secrets',
  'after-version',
  'before-store-rename',
  'after-store-rename',
  'after-log-append',
  'after-commit-before-relay',
] as const;

/** Random moments: a few here, fifty with REDRESS_TEST_LONG=1. */
const MOMENTS = testRuns().long ? 50 : 6;
const LIMIT = testRuns().long ? 3_000_000 : 600_000;

let folder = '';
let data = '';
let running: RedressProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-first-'));
});
afterEach(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that was killed at its first start, started again: it must be ready unaided, and of use. */
async function expectUsable(): Promise<void> {
  const redress = await startRedress({
    command: REDRESS,
    dataDirectory: data,
    words: ['--no-samples'],
  });
  running = redress;
  const complaint = aFeedback({
    channel: 'email',
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
  });
  expect(await redress.ask('POST', '/v1/feedback', complaint)).toMatchObject({ status: 202 });
  await eventually('decision', async () => {
    const { body } = await redress.ask('GET', '/v1/stats');
    return (body as { task: number }).task === 1 ? true : null;
  });
  expect((await redress.ask('GET', '/health/ready')).status).toBe(200);
  expect(await redress.stop()).toBe(0);
}

const killedStart = (how: { environment?: Record<string, string>; killAfterMs?: number }) =>
  runCommand(['start', '--data-dir', data, '--port', '0', '--no-samples'], how);

describe('kill -9 during the first start', () => {
  it.each(PLACES)(
    '%s: the next one heals it by itself',
    async (place) => {
      data = path.join(folder, place);
      const killed = await killedStart({
        environment: { REDRESS_KILL_AT: `${place}:1` },
        killAfterMs: 60_000,
      });
      expect(killed.code).toBeNull();
      await expectUsable();
    },
    LIMIT,
  );

  it(
    `at ${String(MOMENTS)} moments: the next one heals it by itself, each time`,
    async () => {
      const random = chance(MOMENTS);
      data = path.join(folder, 'measured');
      const from = Date.now();
      await expectUsable();
      const readyMs = Date.now() - from;
      for (let moment = 0; moment < MOMENTS; moment += 1) {
        data = path.join(folder, `moment-${String(moment)}`);
        await killedStart({ killAfterMs: random() * readyMs });
        await expectUsable();
        rmSync(data, { recursive: true });
      }
    },
    LIMIT,
  );

  it(
    'plays the sample stories after all',
    async () => {
      data = path.join(folder, 'with-samples');
      await runCommand(['start', '--data-dir', data, '--port', '0'], {
        environment: { REDRESS_KILL_AT: 'after-store-rename:1' },
      });
      running = await startRedress({ command: REDRESS, dataDirectory: data });
      expect(running.output()).toContain('The sample stories are being played');
    },
    LIMIT,
  );
});
