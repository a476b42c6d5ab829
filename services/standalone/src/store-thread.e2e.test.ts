import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { aFeedback, eventually, startRedress } from '@redress/testkit';
import { REDRESS } from './fixtures/run-command.ts';

it('ends with exit code 1 and a sentence when the thread of its store ends, and goes on when it is started again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redress-thread-'));
  const alive = path.join(folder, 'alive');
  writeFileSync(alive, '');
  const start = (environment: Record<string, string> = {}) =>
    startRedress({
      command: REDRESS,
      dataDirectory: path.join(folder, 'data'),
      words: ['--no-samples'],
      environment,
    });
  const first = await start({
    END_STORE_THREAD: alive,
    NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'fixtures/end-store-thread.mjs')}`,
  });
  try {
    const complaint = aFeedback({
      channel: 'email',
      occurredAt: new Date(Date.now() - 60_000).toISOString(),
    });
    expect(await first.ask('POST', '/v1/feedback', complaint)).toMatchObject({ status: 202 });
    rmSync(alive);
    await first.gone;
    expect(await first.stop()).toBe(1);
    expect(first.output()).toMatch(/^redress: The store's thread ended .* Start Redress again/m);
    const second = await start();
    try {
      await eventually('decision', async () => {
        const { body } = await second.ask('GET', '/v1/stats');
        return (body as { task: number }).task === 1 ? true : null;
      });
      expect(await second.stop()).toBe(0);
    } finally {
      await second.kill();
    }
  } finally {
    await first.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
