import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../fixtures/run-command.ts';

describe('redress train', () => {
  it.each([
    [['train'], 'name the folder of labelled texts'],
    [['train', '--data', '.', '--seed', 'x'], '--seed is a whole number, not "x"'],
    [['train', '--data', '.', '--sources', 'some'], '--sources is "all" or "stated", not "some"'],
  ])('says what is wrong with %j', async (words, told) => {
    const { code, stderr } = await runCommand(words);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });

  it('says that a folder holds nothing to learn from', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-train-'));
    const { code, stderr } = await runCommand(['train', '--data', folder]);
    rmSync(folder, { recursive: true });
    expect(code).toBe(2);
    expect(stderr).toContain('holds no set that is known');
  });
});
