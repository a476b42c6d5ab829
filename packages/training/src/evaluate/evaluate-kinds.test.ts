import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { evaluateKinds, type KindAnswer } from './evaluate-kinds.ts';
import { KINDS, readKindTexts, type KindText } from './kind-text.ts';
import { kindsTable } from './kinds-table.ts';
import { f1Of } from './measures.ts';

const complaint = (id: string, language: string, more: Partial<KindText> = {}): KindText => ({
  id,
  kind: 'irony',
  language,
  text: id,
  causes: ['delay-waiting'],
  detractor: true,
  sentiment: 'negative',
  ...more,
});
const heard = (causes: readonly string[], detractor: boolean): KindAnswer => ({
  causes,
  detractor,
  sentiment: detractor ? 'negative' : 'positive',
});

describe('evaluateKinds', () => {
  const answers: Readonly<Record<string, KindAnswer>> = {
    a: heard(['delay-waiting', 'other'], true),
    b: heard([], false),
    c: heard(['staff-conduct', 'usability'], false),
    d: heard([], true),
  };
  const figures = evaluateKinds(
    [
      complaint('a', 'en'),
      complaint('b', 'pl'),
      complaint('c', 'en', {
        kind: 'solved',
        causes: null,
        detractor: false,
        sentiment: 'positive',
      }),
      complaint('d', 'en', {
        kind: 'question',
        causes: [],
        detractor: false,
        sentiment: 'neutral',
      }),
    ],
    ({ id }) => answers[id] ?? heard([], false),
  );

  it('counts the shares told right over a kind, and within each language', () => {
    expect(figures.map(({ kind, count }) => [kind, count])).toEqual([
      ['irony', 2],
      ['solved', 1],
      ['question', 1],
    ]);
    const [irony, , question] = figures;
    expect(irony).toMatchObject({ detractor: 0.5, sentiment: 0.5 });
    expect(irony?.byLanguage.get('en')).toMatchObject({ count: 1, detractor: 1, sentiment: 1 });
    expect(irony?.byLanguage.get('pl')).toMatchObject({ count: 1, detractor: 0, sentiment: 0 });
    expect(question).toMatchObject({ detractor: 0, sentiment: 0 });
  });

  it('adds causes up over the texts, and leaves out those that could be labelled either way', () => {
    const [irony, solved] = figures;
    expect(irony?.causes).toEqual({ right: 1, extra: 1, missed: 1 });
    expect(f1Of(irony?.causes ?? { right: 0, extra: 0, missed: 0 })).toBe(0.5);
    expect(solved?.causes).toEqual({ right: 0, extra: 0, missed: 0 });
  });

  it('shows a kind a row, and a dash where nothing can be said', () => {
    expect(kindsTable(figures, ['en', 'pl']).split('\n').slice(2)).toEqual([
      '| irony | 2 | 0.500 ± 0.400 | 0.500 | 0.500 | 1.000 | 0.000 |',
      '| solved | 1 | 1.000 ± 0.429 | 1.000 | – | 1.000 | – |',
      '| question | 1 | 0.000 ± 0.429 | 0.000 | – | 0.000 | – |',
    ]);
  });
});

describe('readKindTexts', () => {
  it('reads the texts that ship: every kind in every language, an id once', () => {
    const texts = readKindTexts();
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
    for (const language of ['en', 'pl', 'ar', 'ru', 'th'])
      for (const kind of KINDS)
        expect(
          texts.filter((text) => text.language === language && text.kind === kind).length,
        ).toBe(kind === 'long' ? 4 : 8);
  });

  it('names the line whose cause it does not know', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-kinds-'));
    try {
      const { language, ...text } = complaint('a', 'en');
      const lines = [text, { ...text, causes: ['weather'] }].map((line) => JSON.stringify(line));
      writeFileSync(path.join(folder, `${language}.jsonl`), `${lines.join('\n')}\n`);
      expect(() => readKindTexts(folder)).toThrow('en.jsonl, line 2');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
