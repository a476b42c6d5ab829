import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { modelIn, placesOf } from './model-places.ts';
import { rollBackModel, takeModel } from './replace-model.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-model-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What lies in the two places; null where nothing does. */
function standing(): readonly (string | null)[] {
  const { file, former } = placesOf(modelIn(folder));
  return [file, former].map((place) => (existsSync(place) ? readFileSync(place, 'utf8') : null));
}

describe('a model that is taken', () => {
  it('lies in the data folder, with the one before beside it, and nothing else', async () => {
    const places = placesOf(modelIn(folder));
    expect([places.file, places.former]).toEqual([
      path.join(folder, 'model/redress-language.bin'),
      path.join(folder, 'model/redress-language.previous.bin'),
    ]);
    await takeModel(places, Buffer.from('first'));
    expect(standing()).toEqual(['first', null]);
    await takeModel(places, Buffer.from('second'));
    expect(standing()).toEqual(['second', 'first']);
    await takeModel(places, Buffer.from('third'));
    expect(standing()).toEqual(['third', 'second']);
    expect(readdirSync(path.join(folder, 'model'))).toHaveLength(2);
  });

  it('is rolled back to the one before, and again to itself', async () => {
    const places = placesOf(modelIn(folder));
    await takeModel(places, Buffer.from('first'));
    await takeModel(places, Buffer.from('second'));
    expect(await rollBackModel(places)).toBe('former');
    expect(standing()).toEqual(['first', 'second']);
    expect(await rollBackModel(places)).toBe('former');
    expect(standing()).toEqual(['second', 'first']);
  });

  it('is rolled back to the model that ships where that was in use', async () => {
    const places = placesOf(modelIn(folder));
    await expect(rollBackModel(places)).rejects.toThrow('the one that ships is in use');
    await takeModel(places, Buffer.from('first'));
    expect(await rollBackModel(places)).toBe('shipped');
    expect(standing()).toEqual([null, 'first']);
    await takeModel(places, Buffer.from('second'));
    expect(standing()).toEqual(['second', null]);
  });
});
