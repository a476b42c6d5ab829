import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { superviseService, type SupervisedService } from './supervise-service.ts';

let folder: string;
let service: SupervisedService | null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-supervised-'));
  service = null;
});
afterEach(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
});

/** A service that says what it must, dies where it is armed to, and ends orderly when asked. */
async function aService(words: string): Promise<SupervisedService> {
  const main = path.join(folder, 'main.mjs');
  writeFileSync(main, words);
  service = await superviseService({ main, environment: {}, limitMs: 5000 });
  return service;
}
const LIVES = `
  process.on('SIGTERM', () => process.exit(0));
  process.stdout.write('it is ready\\noperations: http://127.0.0.1:1\\n');
  setInterval(() => undefined, 1000);
  if (process.env.REDRESS_KILL_AT === 'here:1') setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100);
`;

describe('superviseService', () => {
  it('starts a service again after kill -9, armed to die at a place, and again after that', async () => {
    const supervised = await aService(LIVES);
    const first = (await supervised.ready()).pid;
    await supervised.kill('here:1');
    await eventually('the second death', () => (supervised.deaths.length === 2 ? true : null));
    expect(supervised.deaths.map(({ how }) => how)).toEqual(['kill -9', 'here:1']);
    const third = await supervised.ready();
    expect(third.pid).not.toBe(first);
    expect(await supervised.stop()).toBe(0);
    expect(supervised.deaths).toHaveLength(2);
    expect(supervised.current).toBeNull();
  });

  it('tells of a life that ended by itself', async () => {
    const supervised = await aService(`${LIVES}; setTimeout(() => process.exit(3), 50)`);
    await eventually('its end', () => (supervised.deaths.length > 0 ? true : null));
    expect(supervised.deaths[0]).toMatchObject({ how: 'exit code 3' });
  });

  it('throws where the first life does not start', async () => {
    await expect(aService('process.exit(78)')).rejects.toThrow('ended before it was ready');
  });
});
