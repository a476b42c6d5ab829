import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MODEL } from '@redress/language';
import { encodeModel, shippedModel } from '@redress/language/model';
import { listTasks } from '@redress/store';
import { aFeedback } from '@redress/testkit';
import { aFolder, openTestRedress, type TestRedress } from '../fixtures/rebuild/a-redress.ts';
import { runCommand } from '../fixtures/run-command.ts';
import { modelIn, placesOf } from './model-places.ts';
import { takeModel } from './replace-model.ts';

const LIMIT = 240_000;
let remove = (): void => undefined;
let data = '';
let redress: TestRedress | null = null;
beforeEach(() => {
  const made = aFolder();
  remove = made.remove;
  data = path.join(made.folder, 'data');
});
afterEach(async () => {
  await redress?.close();
  redress = null;
  remove();
});

async function open(): Promise<TestRedress> {
  redress = await openTestRedress(data);
  return redress;
}

/** Two customers complain, one owner confirms why. */
async function resolveTwo(given: TestRedress): Promise<void> {
  await given.ask('POST', '/v1/feedback', [
    aFeedback({ sourceId: 'a', text: 'I was charged twice and nobody answers the phone.' }),
    aFeedback({
      sourceId: 'b',
      text: 'The app crashes when I open the invoice, every single time!',
      customer: { identities: [{ type: 'email', value: 'b@example.com' }] },
    }),
  ]);
  await given.quiet();
  const { items } = await listTasks(given.database, { order: 'opened', limit: 10 });
  for (const { id } of items)
    await given.ask('POST', `/v1/tasks/${id}/resolve`, {
      cause: 'other',
      causes: ['billing-amount', 'usability'],
      action: { type: 'apology' },
    });
}

describe('what owners confirmed', () => {
  it(
    'is read from the folder, and where it is too little nothing is learnt',
    async () => {
      await resolveTwo(await open());
      await redress?.close();
      const words = ['train', '--from-store', '--data-dir', data];
      const { code, stdout, stderr } = await runCommand(words);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('Nothing was learnt: the store has 2 confirmed cases');
      expect(stderr).not.toContain('charged');
    },
    LIMIT,
  );
});

describe('a model of one’s own', () => {
  it(
    'reads from the next start on, and understandings name it',
    async () => {
      const { table, ...head } = shippedModel();
      const given = await open();
      expect(given.reading).toMatchObject({ file: null, model: { name: MODEL } });
      await given.close();
      await takeModel(placesOf(modelIn(data)), encodeModel(head, table));
      const again = await open();
      expect(again.reading.file).toBe(modelIn(data));
      await resolveTwo(again);
      const { rows } = await again.database.query<{ model: string }>(
        "SELECT DISTINCT scored -> 'understanding' ->> 'model' AS model FROM feedback",
      );
      expect(rows).toEqual([{ model: again.reading.model.name }]);
      expect(again.reading.model.name).toMatch(new RegExp(`^${MODEL}\\+[0-9a-f]{8}$`));
    },
    LIMIT,
  );

  it(
    'that is broken says what to do, and a roll-back lets it start again',
    async () => {
      await (await open()).close();
      await takeModel(placesOf(modelIn(data)), Buffer.from('broken'));
      await expect(open()).rejects.toMatchObject({
        code: 'REDRESS_MODEL_UNREADABLE',
        message: expect.stringContaining('redress train --roll-back'),
      });
      expect((await runCommand(['train', '--roll-back', '--data-dir', data])).code).toBe(0);
      expect((await open()).reading.file).toBeNull();
    },
    LIMIT,
  );
});
