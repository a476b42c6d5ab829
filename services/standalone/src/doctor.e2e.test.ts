import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedLog } from '@redress/event-log';
import { systemClock } from '@redress/runtime';
import { openDataFolder, openPglite } from '@redress/store';
import { aFeedback, eventually, startRedress, type RedressProcess } from '@redress/testkit';
import { REDRESS, runCommand } from './fixtures/run-command.ts';

const LIMIT = 120_000;
const FEEDBACKS = 3;

let folder: string;
let data: string;
let running: RedressProcess | null = null;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-doctor-'));
  data = path.join(folder, 'data');
  const file = path.join(folder, 'answers.jsonl');
  const answers = Array.from({ length: FEEDBACKS }, (_, index) =>
    JSON.stringify(aFeedback({ sourceId: String(index) })),
  );
  writeFileSync(file, answers.join('\n'));
  expect(await runCommand(['ingest', file, '--data-dir', data])).toMatchObject({ code: 0 });
}, LIMIT);
afterEach(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const doctor = () => runCommand(['doctor', '--data-dir', data]);
const countsLine = (stdout: string) =>
  stdout.split('\n').find((line) => line.includes('The counts'));

/** Does something to the folder while nobody runs on it. */
async function inside(act: (at: { log: string; store: string }) => Promise<void>): Promise<void> {
  const opened = await openDataFolder({ directory: data });
  try {
    await act(opened);
  } finally {
    await opened.close();
  }
}

describe('redress doctor', () => {
  it(
    'holds the counts of the store against the log, and tells of a feedback that is in no count',
    async () => {
      const content = await doctor();
      expect(countsLine(content.stdout)).toBe(
        'ok     The counts add up with the log’s 3 feedbacks: received 3 = 1 + 2 + 0 + 0 + 0 + 0 (task, joined, outer loop only, ignored, dead, in flight).',
      );
      expect(content.code).toBe(0);

      await inside(async ({ store }) => {
        const database = await openPglite({ directory: store });
        await database.query(
          "DELETE FROM feedback WHERE feedback_id = (SELECT min(feedback_id) FROM feedback WHERE outcome = 'joined')",
        );
        await database.close();
      });
      const alarmed = await doctor();
      expect(countsLine(alarmed.stdout)).toMatch(
        /^WRONG {2}The counts do not add up: the log has taken 3 feedbacks, and the store knows 2, so 1 of them ended nowhere\./,
      );
      expect(alarmed.code).toBe(1);
    },
    LIMIT,
  );

  it(
    'counts what cannot be read as dead, each once, after a restart too',
    async () => {
      await inside(async ({ log: directory }) => {
        const log = openEmbeddedLog({ directory, clock: systemClock });
        const broken = { partition: 0, key: 'broken', value: Buffer.from([0xff, 0x00, 0x7b]) };
        await log.publish([
          { ...broken, topic: 'feedback.received.v1' },
          { ...broken, topic: 'feedback.scored.v1' },
        ]);
        await log.close();
      });
      for (let life = 1; life <= 2; life += 1) {
        running = await startRedress({ command: REDRESS, dataDirectory: data });
        const server = running;
        const stats = async () =>
          (await server.ask('GET', '/v1/stats')).body as Record<string, number>;
        await eventually('two dead letters', async () =>
          (await stats())['dead'] === 2 ? true : null,
        );
        expect(await stats()).toMatchObject({ received: FEEDBACKS + 2, inFlight: 0 });
        expect(countsLine((await doctor()).stdout)).toMatch(/^ok/);
        expect(await server.stop()).toBe(0);
      }
    },
    LIMIT,
  );
});
