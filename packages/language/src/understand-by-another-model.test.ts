import { describe, expect, it } from '@jest/globals';
import { shippedModel, type LanguageModel } from './model/model-file.ts';
import { MODEL } from './model-name.ts';
import { understand } from './understand.ts';

/** The one that ships under another name, and with another bar for all it hears. */
function aModel(bar: number): LanguageModel {
  const model = shippedModel();
  return {
    ...model,
    name: 'another',
    signals: Object.fromEntries(Object.keys(model.signals).map((id) => [id, { bar }])),
  };
}
const DUTCH =
  'Weer drie kwartier in de wacht gestaan en niemand neemt op, ik ben er helemaal klaar mee.';

describe('understand', () => {
  it('reads by the model that ships, and names it', () => {
    expect(understand({ text: DUTCH }).model).toBe(MODEL);
    expect(understand({ text: 'It never came.' }).model).toBe(MODEL);
  });

  it('reads by another model where one is handed over, and names that', () => {
    const deaf = understand({ text: DUTCH }, aModel(1e6));
    expect([deaf.model, deaf.causes]).toEqual(['another', []]);
    const all = understand({ text: DUTCH }, aModel(-1e6));
    expect(all.causes.map(({ id }) => id)).toContain('cleanliness-safety');
    expect(understand({ text: 'It never came.' }, aModel(0)).model).toBe('another');
  });
});
