import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCorpus } from './read-corpus.ts';
import { readLabelledSets } from './read-labelled-sets.ts';
import { signalsOf, SIGNALS } from './signal-task.ts';
import { sourceOf } from './sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'redress-sets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const HEAD = 'id\tlang\tdomain\tsplit\tlabel\tstars\tcause\ttext';
const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(path.join(folder, name), gzipSync(`${lines.join('\n')}\n`));

describe('readLabelledSets', () => {
  it('reads rows, leaves out other labels, and holds back every tenth row of a set without a split of its own', () => {
    write('en-one.tsv.gz', [
      HEAD,
      ...Array.from(
        { length: 20 },
        (_, row) => `x${String(row)}\ten\tt\ttrain\tnegative\t\t\tbad ${String(row)}`,
      ),
    ]);
    write('pl-two.tsv.gz', [
      HEAD,
      'a\tpl\tt\ttrain\tpositive\t5\t\tdobrze',
      'b\tpl\tt\tdev\t\t\tx\tnic',
    ]);
    const rows = readLabelledSets(folder);
    expect(rows).toHaveLength(22);
    expect(
      rows.filter(({ set, split }) => set === 'en-one' && split === 'dev').map(({ text }) => text),
    ).toEqual(['bad 9', 'bad 19']);
    expect(rows.at(-1)).toEqual({
      set: 'pl-two',
      language: 'pl',
      split: 'dev',
      label: null,
      text: 'nic',
    });
    expect(readLabelledSets(folder, (set) => set === 'pl-two')).toHaveLength(2);
  });

  it('names the file whose columns are others', () => {
    write('en-one.tsv.gz', ['text\tlabel']);
    expect(() => readLabelledSets(folder)).toThrow('en-one.tsv.gz has the columns "text\tlabel"');
  });
});

describe('the corpus that ships', () => {
  const corpus = readCorpus();
  it('holds 17 languages, and each cause in each of them', () => {
    const languages = [...new Set(corpus.map(({ language }) => language))];
    expect(languages).toHaveLength(17);
    for (const language of languages) {
      const shown = corpus
        .filter((row) => row.language === language)
        .reduce((bits, row) => bits | signalsOf(row), 0);
      expect(shown.toString(2)).toBe('1'.repeat(SIGNALS.length));
    }
  });
  it('knows every label, and holds no text twice in a language', () => {
    for (const row of corpus) {
      // `other` is what is left where no cause is heard: labelled, and not learnt
      expect([...SIGNALS, 'other']).toEqual(expect.arrayContaining([...row.causes]));
      expect(['negative', 'neutral', 'positive']).toContain(row.sentiment);
      expect(row.text.trim()).not.toBe('');
    }
    const texts = corpus.map(({ language, text }) => `${language} ${text}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('sourceOf', () => {
  it('knows what was learnt from, and nothing else', () => {
    expect(sourceOf('th-wisesight')?.stated).toBe(true);
    expect(sourceOf('de-mabsa')?.stated).toBe(false);
    expect(sourceOf('en-airline')).toBeUndefined();
  });
});
