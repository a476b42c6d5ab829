import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { encodeModel, shippedModel } from '@redress/language/model';
import { linesOf, runCommand } from '../fixtures/run-command.ts';

const ask = (lines: readonly unknown[], ...words: string[]) =>
  runCommand(['analyze', ...words], {
    stdin: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  });

describe('redress analyze', () => {
  it('answers every line in its order, with these members and no others where the text names nothing more', async () => {
    const { code, stdout } = await ask([
      {
        id: 'b',
        text: 'I was charged twice, 30 EUR, and nobody answers the phone.',
        channel: 'email',
      },
      { id: 'a', text: 'Great service, thank you!', score: 10 },
    ]);
    const [first, second] = linesOf(stdout);
    expect(code).toBe(0);
    expect(Object.keys(first!)).toEqual(
      'id lang sentiment detractor causes churn exposure promises contacts amounts minutes touchpoint disagreement'.split(
        ' ',
      ),
    );
    expect(first).toMatchObject({
      id: 'b',
      lang: 'en',
      detractor: { flag: true },
      exposure: false,
      amounts: [{ value: 30, currency: 'EUR' }],
    });
    expect(second).toMatchObject({ id: 'a', detractor: { flag: false }, causes: [] });
  });

  it('reports a line that cannot be read in its place, goes on, and exits with 1', async () => {
    const { code, stdout } = await ask([
      '{',
      { id: 7, text: 5 },
      { id: 'x', text: 'fine', score: 11 },
      { id: 'y', text: 'fine' },
    ]);
    expect(code).toBe(1);
    expect(linesOf(stdout)).toMatchObject([
      { id: null, error: 'line 1 is no JSON' },
      { id: 7, error: expect.stringMatching(/^text: /) as unknown },
      { id: 'x', error: expect.stringMatching(/^score/) as unknown },
      { id: 'y', lang: 'en' },
    ]);
  });

  it('tells when a promise falls due by the time and the zone it was said in', async () => {
    const text = 'They promised to call me tomorrow morning.';
    const { stdout } = await ask([
      { id: 1, text, at: '2026-01-01T10:00:00Z' },
      { id: 2, text, at: '2026-01-01T10:00:00Z', timeZone: 'Europe/Warsaw' },
      { id: 3, text },
    ]);
    expect(linesOf(stdout).map(({ promises }) => promises)).toMatchObject([
      [{ by: 'company', dueInMinutes: 22 * 60 }],
      [{ by: 'company', dueInMinutes: 21 * 60 }],
      [{ by: 'company', dueInMinutes: null }],
    ]);
  });

  it('adds what a text names where it names something', async () => {
    const { stdout } = await ask([
      {
        id: 1,
        text: 'Order no. 4711-22 of 12 March never came. Let me speak to your manager, or I switch to Vodafone.',
        at: '2026-11-25T10:00:00Z',
      },
    ]);
    expect(linesOf(stdout)).toMatchObject([
      {
        references: [{ kind: 'order', value: '4711-22' }],
        dates: ['2026-03-12'],
        escalationAsked: ['speak to your manager'],
        competitors: ['Vodafone'],
      },
    ]);
  });

  it('hears what a policy tells to listen for', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'redress-analyze-'));
    const policy = path.join(folder, 'policy.yaml');
    writeFileSync(
      policy,
      'competitors: [{ name: Northline, otherNames: [north line] }]\ntouchpointWords: { lounge: { en: [lounge] } }\n',
    );
    try {
      const line = { id: 1, text: 'north line never shuts its lounge without a word.' };
      const { stdout } = await ask([line], '--policy', policy);
      expect(linesOf(stdout)).toMatchObject([{ competitors: ['Northline'], touchpoint: 'lounge' }]);
      expect(linesOf((await ask([line])).stdout)).toMatchObject([{ touchpoint: null }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads by a model of one’s own where one is named, and says where there is none', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'redress-analyze-'));
    const file = path.join(folder, 'own.bin');
    const { table, ...head } = shippedModel();
    const signals = { ...head.signals, 'outage-access': { bar: 1e6 } };
    writeFileSync(file, encodeModel({ ...head, signals }, table));
    try {
      const text = 'De app ligt er alweer uit, ik kan al drie dagen niet inloggen.';
      const causesOf = async (...words: readonly string[]) => {
        const { stdout, stderr } = await ask([{ id: 1, text }], ...words);
        const [said] = linesOf(stdout) as unknown as [{ causes: readonly { id: string }[] }];
        return { causes: said.causes.map(({ id }) => id), stderr };
      };
      expect((await causesOf()).causes).toContain('outage-access');
      expect((await causesOf('--model', file)).causes).not.toContain('outage-access');
      const none = await causesOf('--model', path.join(folder, 'none.bin'));
      expect(none.causes).toContain('outage-access');
      expect(none.stderr).toContain('none.bin is not there; the model that ships reads.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('adds what an answer rests on when asked', async () => {
    const { stdout } = await ask([{ id: 1, text: 'I was charged twice.' }], '--explain');
    expect(linesOf(stdout)[0]?.['explanation']).toContainEqual(
      expect.stringMatching(/^cause billing-amount .*“[^”]*charged[^”]*”/),
    );
  });
});
