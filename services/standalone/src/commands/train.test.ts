import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../fixtures/run-command.ts';
import { modelIn, placesOf } from '../model/model-places.ts';
import { takeModel } from '../model/replace-model.ts';

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

  it.each([['--from-store'], ['--roll-back']])(
    'with %s asks for a data folder that is there',
    async (word) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-train-'));
      const { code, stderr } = await runCommand(['train', word], { cwd: folder });
      expect(readdirSync(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
      expect([code, stderr]).toEqual([2, expect.stringContaining('name yours with --data-dir')]);
    },
  );

  it('rolls back to the model that ships, and says when there is nothing to go back to', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-train-'));
    const places = placesOf(modelIn(folder));
    await takeModel(places, Buffer.from('a model'));
    const words = ['train', '--roll-back', '--data-dir', folder];
    const first = await runCommand(words);
    expect([first.code, JSON.parse(first.stdout)]).toEqual([
      0,
      { inUse: 'shipped', file: places.file },
    ]);
    expect(first.stderr).toContain('The model that ships is back in use');
    rmSync(places.former);
    const second = await runCommand([...words, '--model', path.join(folder, 'none.bin')]);
    expect([second.code, second.stderr]).toEqual([
      2,
      expect.stringContaining('There is no model to roll back in'),
    ]);
    rmSync(folder, { recursive: true });
  });
});
