import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidV5 } from '@redress/contracts';
import { MODEL } from '@redress/language';
import { encodeModel, shippedModel } from '@redress/language/model';
import { readModel } from '@redress/scorer';
import { shippedTexts, type OwnCase } from '@redress/training';
import { modelIn, placesOf } from './model-places.ts';
import { takeModel } from './replace-model.ts';
import { trainFromStore } from './train-from-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redress-model-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Of customers of their own: what the model that ships hears in it, and what a person confirmed. */
function cases(count: number, causes: readonly string[], language = 'nl'): readonly OwnCase[] {
  return Array.from({ length: count }, (_, at) => ({
    customerId: uuidV5(`customer ${String(at)}`),
    language,
    causes,
    churn: 'none',
    exposure: 'none',
    text: `De app ligt er alweer uit, ik kan al drie dagen niet inloggen en er gebeurt helemaal niets (${String(at)}).`,
  }));
}

/** As the model that ships, but for the bar of one cause. */
function aModel(cause: string, bar: number): Uint8Array {
  const { table, ...head } = shippedModel();
  return encodeModel({ ...head, signals: { ...head.signals, [cause]: { bar } } }, table);
}

function train(given: {
  readonly examples: readonly OwnCase[];
  readonly bytes?: Uint8Array;
  readonly dryRun?: boolean;
}) {
  const told: string[] = [];
  const learnt: OwnCase[] = [];
  const result = trainFromStore({
    examples: given.examples,
    inUse: readModel(modelIn(folder)).model,
    shipped: SHIPPED,
    places: placesOf(modelIn(folder)),
    dryRun: given.dryRun ?? false,
    learn: (own) => {
      learnt.push(...own);
      return Promise.resolve(given.bytes ?? DEAF);
    },
    tell: (line) => told.push(line),
    show: (text) => told.push(text),
  });
  return { result, told, learnt };
}

/** A few of them: the whole takes its time. */
const SHIPPED = shippedTexts().filter((_, at) => at % 10 === 0);
const CONFIRMED = ['outage-access'];
/** Hears the cause nowhere. */
const DEAF = aModel('outage-access', 1e6);
/** Hears what the one that ships does. */
const HEARS = aModel('outage-access', shippedModel().signals['outage-access']!.bar + 1e-9);

describe('learning from confirmed cases', () => {
  it('takes a model that tells them better and nothing worse, and it is read from then on', async () => {
    const places = placesOf(modelIn(folder));
    await takeModel(places, DEAF);
    const { result, told, learnt } = train({ examples: cases(150, CONFIRMED), bytes: HEARS });
    expect(await result).toMatchObject({
      taken: true,
      cases: { learnt: learnt.length, keptAside: 150 - learnt.length, leftOut: 0 },
      own: { count: 150 - learnt.length, causes: { before: 0, after: 1 } },
    });
    expect(readFileSync(places.file).equals(HEARS)).toBe(true);
    expect(readFileSync(places.former).equals(DEAF)).toBe(true);
    expect(readModel(places.file).model.name).toMatch(new RegExp(`^${MODEL}\\+`));
    expect(told.join('\n')).toContain('The new model is taken: it tells causes better');
    expect(told.join('\n')).toContain('causes F1, own cases kept aside');
    expect(told.join('\n')).not.toContain('inloggen');
  }, 60_000);

  it('keeps the model in use where the new one is no better, and says so', async () => {
    const { result, told } = train({ examples: cases(150, CONFIRMED) });
    expect(await result).toMatchObject({ taken: false });
    expect(existsSync(modelIn(folder))).toBe(false);
    expect(told.at(-1)).toContain('The model in use stays, the new one is not taken: it tells');
  }, 60_000);

  it('compares and changes nothing in a dry run', async () => {
    const places = placesOf(modelIn(folder));
    await takeModel(places, DEAF);
    const examples = cases(150, CONFIRMED);
    const { result, told } = train({ examples, bytes: HEARS, dryRun: true });
    expect(await result).toMatchObject({ taken: false, dryRun: true });
    expect(readFileSync(places.file).equals(DEAF)).toBe(true);
    expect(told.at(-1)).toContain('would be taken');
  }, 60_000);

  it('learns nothing from too few, and counts no language that no model learns', async () => {
    const { result, learnt } = train({
      examples: [...cases(40, CONFIRMED), ...cases(200, CONFIRMED, 'ko')],
    });
    await expect(result).rejects.toMatchObject({
      code: 'REDRESS_TOO_FEW_EXAMPLES',
      message: expect.stringMatching(
        /^Nothing was learnt: the store has 40 confirmed cases, \d+ of/,
      ),
    });
    expect(learnt).toEqual([]);
  });
});
