import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MODEL } from '@redress/language';
import { encodeModel, MODEL_FILE, shippedModel } from '@redress/language/model';
import { readModel } from './read-model.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-model-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function aFile(bytes: Uint8Array | string): string {
  const file = path.join(folder, 'redress-language.bin');
  writeFileSync(file, bytes);
  return file;
}

describe('readModel', () => {
  it('reads the model that ships where no file is named or there', () => {
    expect(readModel(undefined)).toEqual({ model: shippedModel(), file: null, passedOver: null });
    const file = path.join(folder, 'nothing.bin');
    expect(readModel(file)).toMatchObject({ file: null, passedOver: `${file} is not there` });
  });

  it('names another model after the release and its bytes', () => {
    const { table, ...head } = shippedModel();
    const file = aFile(encodeModel({ ...head, sentiment: {} }, table));
    const { model, ...rest } = readModel(file);
    expect(rest).toEqual({ file, passedOver: null });
    expect(model.name).toMatch(new RegExp(`^${MODEL}\\+[0-9a-f]{8}$`));
    expect(model.sentiment).toEqual({});
    expect(readModel(file).model.name).toBe(model.name);
  });

  it('passes over a model that another release learnt', () => {
    const { table, ...head } = shippedModel();
    const file = aFile(encodeModel({ ...head, name: 'redress-language-0' }, table));
    const { model, passedOver } = readModel(file);
    expect(model).toBe(shippedModel());
    expect(passedOver).toContain('learnt for redress-language-0');
    expect(passedOver).toContain('redress train --from-store');
  });

  it.each([
    ['something else', 'not the bytes of a language model'],
    [readFileSync(MODEL_FILE).subarray(0, 5000), 'cut short'],
    [Buffer.concat([readFileSync(MODEL_FILE).subarray(0, 8), Buffer.from('{')]), 'JSON'],
  ])('says of a broken file what to do: %#', (bytes, told) => {
    const read = () => readModel(aFile(bytes));
    expect(read).toThrow(expect.objectContaining({ code: 'REDRESS_MODEL_UNREADABLE' }));
    expect(read).toThrow(told);
    expect(read).toThrow('redress train --roll-back');
  });

  it('refuses a model of this release that answers something else', () => {
    const { table, ...head } = shippedModel();
    const { signals } = head.tables;
    const answers = signals.answers.map((id, at) => (at === 0 ? 'another-cause' : id));
    const file = aFile(
      encodeModel({ ...head, tables: { ...head.tables, signals: { ...signals, answers } } }, table),
    );
    expect(() => readModel(file)).toThrow('its signals are others than this release knows');
  });
});
