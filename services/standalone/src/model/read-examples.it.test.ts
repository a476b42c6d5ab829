import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestPostgres, type TestPostgres } from '@redress/store/testing';
import { testServers } from '@redress/testkit';
import { runCommand } from '../fixtures/run-command.ts';

let store: TestPostgres;
let folder = '';
beforeEach(async () => {
  store = await createTestPostgres(testServers().postgres);
  folder = mkdtempSync(path.join(tmpdir(), 'redress-model-'));
}, 60_000);
afterEach(async () => {
  await store.drop();
  rmSync(folder, { recursive: true });
});

describe('redress train --from-store', () => {
  it('reads the database that DATABASE_URL names, for the model’s file that REDRESS_MODEL names', async () => {
    const train = (environment: Readonly<Record<string, string>>) =>
      runCommand(['train', '--from-store'], {
        cwd: folder,
        environment: { DATABASE_URL: store.url, ...environment },
      });
    const { code, stderr } = await train({ REDRESS_MODEL: path.join(folder, 'own.bin') });
    expect([code, stderr]).toEqual([1, expect.stringContaining('the store has 0 confirmed cases')]);
    const unnamed = await train({});
    expect([unnamed.code, unnamed.stderr]).toEqual([
      2,
      expect.stringContaining('the model’s file with --model (REDRESS_MODEL)'),
    ]);
    expect(existsSync(path.join(folder, 'redress-data'))).toBe(false);
  }, 60_000);
});
